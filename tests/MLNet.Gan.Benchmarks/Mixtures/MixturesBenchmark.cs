using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Benchmarks.Mixtures;

/// <summary>What each stabilizer does to training, by PacGAN's protocol in the plane.</summary>
internal sealed class MixturesBenchmark : IBenchmark
{
    public const int SeedCount = 10;
    public const int DefaultSteps = 2_000;
    public const int TrainingPoints = 100_000;
    public const int GeneratedPoints = 20_000;
    private const int KeptPoints = 2_000;

    /// <summary>The preset as its author sets it, which is to reach the goals.</summary>
    public static Variant Preset { get; } = new("preset", nameof(Presets.Points),
        Presets.Points with { FeatureColumnName = Mixture.Column });

    public string Name => "mixtures";

    public int Seeds => SeedCount;

    public void Prepare()
    {
    }

    public IEnumerable<Job> Jobs(Settings settings, int seed)
    {
        var preset = Preset with { Options = Preset.Options.InSteps(settings.Steps ?? Preset.Options.Steps) };
        return
            from variant in MixtureVariants.All(settings.Steps ?? DefaultSteps).Append(preset)
            from mixture in Mixture.All
            select Job(variant.Name, mixture, variant.Options with { Seed = seed });
    }

    public void Write(BenchmarkResults results) => MixturesDocument.Write(results);

    private static Job Job(string variant, Mixture mixture, GanOptions options) => new(
        variant, mixture.Name, options.Seed,
        $"{options.ToText()}\nTraining points = {TrainingPoints}\nGenerated points = {GeneratedPoints}",
        () =>
        {
            var context = new MLContext(seed: options.Seed);
            var points = mixture.View(context, TrainingPoints, options.Seed);
            return Trial.Run(context, options, points, model => Score(mixture, model, options.Seed));
        });

    private static (Dictionary<string, double> Scores, IReadOnlyList<float[]> Samples) Score(
        Mixture mixture, GanTransformer model, int seed)
    {
        var points = model.Generate(GeneratedPoints, seed).GetColumn<float[]>("Generated").ToList();
        var coverage = mixture.Coverage(points);
        return (new()
        {
            [MixtureScores.Modes] = coverage.CapturedModes,
            [MixtureScores.HighQuality] = coverage.HighQualityShare,
            [MixtureScores.Divergence] = coverage.ReverseKullbackLeibler,
        }, points[..KeptPoints]);
    }
}
