using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>How many of 1000 modes the default preset for images finds: PacGAN's protocol on Fashion-MNIST.</summary>
internal sealed class StackedBenchmark : IBenchmark
{
    public const string Variant = nameof(Presets.Images28);
    public const string Ceiling = "real images";
    public const string Modes = "modes";
    public const string Divergence = "KL";
    public const string ClassifierError = "classifier's test error";
    public const int TrainingImages = 128_000;
    public const int GeneratedImages = 26_000;
    private const string Data = "stacked";
    private const int KeptImages = 60;

    public string Name => "stacked";

    public int Seeds => 3;

    public void Prepare() => FashionClassifier.Prepare();

    public IEnumerable<Job> Jobs(Settings settings, int seed)
    {
        var preset = Presets.Images28;
        var options = preset.InSteps(settings.Steps ?? preset.Steps) with
        {
            Shape = StackedImages.Shape,
            FeatureColumnName = StackedImages.Column,
            Seed = seed,
        };
        var setup = $"Generated images = {GeneratedImages}\n{FashionClassifier.Setup}";
        return
        [
            new(Variant, Data, seed, $"{options.ToText()}\nTraining images = {TrainingImages}\n{setup}",
                () => Train(options)),
            new(Ceiling, Data, seed, $"{setup}\nSeed = {seed}", () => ScoreReal(seed)),
        ];
    }

    public void Write(BenchmarkResults results) => StackedDocument.Write(results, Data);

    private static Outcome Train(GanOptions options)
    {
        var context = new MLContext(seed: options.Seed);
        var pictures = FashionMnist.Images(FashionMnist.Train(context));
        var data = StackedImages.View(context, pictures, TrainingImages, options.Seed);
        return Trial.Run(context, options, data, model =>
        {
            var images = model.Generate(GeneratedImages, options.Seed).GetColumn<float[]>("Generated");
            return Scores(images);
        });
    }

    /// <summary>What the protocol says of the real test images: nothing can do better.</summary>
    private static Outcome ScoreReal(int seed)
    {
        var context = new MLContext(seed: seed);
        var test = FashionMnist.Test(context);
        var pictures = FashionMnist.Images(test);
        var (scores, samples) = Scores(StackedImages.Draw(pictures, GeneratedImages, seed));

        using var classifier = FashionClassifier.Load();
        var wanted = test.GetColumn<uint>("Label").Select(key => key - 1);
        var seen = classifier.Classify(pictures.SelectMany(picture => picture).ToArray());
        scores[ClassifierError] = wanted.Zip(seen).Average(pair => pair.First == pair.Second ? 0.0 : 1);
        return new() { Scores = scores, Samples = samples };
    }

    private static (Dictionary<string, double> Scores, IReadOnlyList<float[]> Samples) Scores(
        IEnumerable<float[]> images)
    {
        using var classifier = FashionClassifier.Load();
        List<byte> labels = [];
        List<float[]> kept = [];
        foreach (var block in images.Chunk(1_000))
        {
            kept.AddRange(block.Take(KeptImages - kept.Count));
            labels.AddRange(classifier.Classify(block.SelectMany(image => image).ToArray()));
        }

        var coverage = TripleCoverage.Of(labels.ToArray());
        return (new() { [Modes] = coverage.Modes, [Divergence] = coverage.Divergence }, kept);
    }
}
