using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>What each preset makes of an equal number of real images of Fashion-MNIST.</summary>
internal sealed class DigitsBenchmark : IBenchmark
{
    public const string Distance = "FID";
    public const string LabelAccuracy = "label accuracy";
    public const string ClassifierAccuracy = "classifier's accuracy";
    public const string ImagesPerSecond = "images per CPU second";
    public const int GeneratedImages = 10_000;
    public const int KeptOfEachClass = 2;
    private const int DefaultImages = 32_000;
    private const string Data = "Fashion-MNIST";

    private static readonly SnganResNet ResNet = new() { GeneratorWidth = 32, DiscriminatorWidth = 32 };

    /// <summary>The presets that suit 28 × 28, those for GPUs with networks that a CPU can train.</summary>
    private static readonly (string Name, GanOptions Options)[] Contestants =
    [
        (nameof(Presets.Images28), Presets.Images28),
        (nameof(Presets.WganGp), Presets.WganGp with { Architecture = new Dcgan { LatentSize = 128, Width = 32 } }),
        (nameof(Presets.Sngan), Presets.Sngan with { Architecture = ResNet }),
        (nameof(Presets.R3Gan), Presets.R3Gan with { Architecture = new R3Gan { Width = 32 } }),
    ];

    public string Name => "digits";

    public int Seeds => 3;

    public void Prepare() => FashionClassifier.Prepare();

    public IEnumerable<Job> Jobs(Settings settings, int seed) =>
        from contestant in Contestants
        let options = Fitted(contestant.Options, settings) with { Seed = seed }
        select new Job(contestant.Name, Data, seed,
            $"{options.ToText()}\nGenerated images = {GeneratedImages}\n{FashionClassifier.Setup}", () => Run(options));

    public void Write(BenchmarkResults results) => DigitsDocument.Write(results, Data);

    /// <summary>The preset with classes, in as many steps as use up the images.</summary>
    private static GanOptions Fitted(GanOptions preset, Settings settings)
    {
        var imagesOfStep = preset.BatchSize * preset.DiscriminatorSteps;
        return preset.InSteps(settings.Steps ?? (settings.Images ?? DefaultImages) / imagesOfStep) with
        {
            Shape = SampleShape.Image(1, 28, 28),
            LabelColumnName = "Label",
        };
    }

    private static Outcome Run(GanOptions options)
    {
        var context = new MLContext(seed: options.Seed);
        var outcome = Trial.Run(context, options, FashionMnist.Train(context), model =>
        {
            using var classifier = FashionClassifier.Load();
            var scores = context.Gan.Evaluate(FashionMnist.Test(context), model.Generate(GeneratedImages, options.Seed),
                classifier.Evaluation);
            var kept = model.Generate(
                Enumerable.Range(0, 10 * KeptOfEachClass).Select(i => i % 10), options.Seed);
            return (new()
            {
                [Distance] = scores.Frechet.Value,
                [LabelAccuracy] = scores.LabelAccuracy!.Overall,
                [ClassifierAccuracy] = scores.RealLabelAccuracy!.Overall,
            }, [.. kept.GetColumn<float[]>("Generated")]);
        });
        var images = outcome.Steps * options.BatchSize * options.DiscriminatorSteps;
        return outcome with
        {
            Scores = new Dictionary<string, double>(outcome.Scores)
            {
                [ImagesPerSecond] = images / outcome.CpuSeconds,
            },
        };
    }
}
