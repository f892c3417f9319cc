using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Images;
using MLNet.Gan.Benchmarks.Mixtures;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>The data of the settings.</summary>
internal static class StabilitySources
{
    private const int Points = 20_000, TestImages = 2_000;

    private static readonly Lazy<(IFeatureExtractor Network, FeatureSet Real)> Judge = new(() =>
    {
        var network = FashionClassifier.Load().Evaluation.Features!;
        var images = FashionMnist.Images(FashionMnist.Test(new MLContext())).Take(TestImages).ToArray();
        return (network, Features(network, images));
    });

    public static StabilityData Ring { get; } = Of(Mixture.Ring with { Sigma = 0.02f });

    public static StabilityData Grid { get; } = Of(Mixture.Grid);

    public static StabilityData Table800 { get; } = new("table of 800 rows", (context, seed) => OneHotTable.View(context, 800, seed),
        OneHotTable.Distance, Limit: 0.2, Snapshot: 1000);

    public static StabilityData Table5000 { get; } = new("table of 5 000 rows", (context, seed) => OneHotTable.View(context, 5000, seed),
        OneHotTable.Distance, Limit: 0.2, Snapshot: 1000);

    /// <summary>Images of Fashion-MNIST.</summary>
    public static StabilityData Fashion { get; } = Images("Fashion-MNIST", 20_000);

    public static StabilityData Fashion300 { get; } = Images("300 images of Fashion-MNIST", 300);

    private static StabilityData Of(Mixture mixture) => new(mixture.Name, (context, seed) => mixture.View(context, Points, seed),
        samples => Missing(mixture, samples), Limit: 0.4, Snapshot: 1000);

    private static StabilityData Images(string name, int count) => new(name,
        (context, seed) => context.Data.TakeRows(context.Data.SkipRows(FashionMnist.Train(context), 1 + (seed - 1) * count % 40_000), count),
        Distance, Limit: 60, Snapshot: 500);

    /// <summary>What of the modes' equal shares generated points within 4σ of a center do not fill: 0 is best, 1 is worst.</summary>
    private static double Missing(Mixture mixture, IReadOnlyList<float[]> samples)
    {
        var (modes, radius) = (mixture.Centers.Count, 4 * mixture.Sigma);
        var counts = new int[modes];
        foreach (var sample in samples)
        {
            var nearest = Enumerable.Range(0, modes).MinBy(mode => Square(sample, mixture.Centers[mode]));
            if (Square(sample, mixture.Centers[nearest]) < radius * radius)
                counts[nearest]++;
        }

        return 1 - counts.Sum(count => Math.Min(count / (double)samples.Count, 1.0 / modes));
    }

    private static double Square(float[] left, float[] right) => left.Zip(right, (a, b) => (double)(a - b) * (a - b)).Sum();

    private static double Distance(IReadOnlyList<float[]> samples)
    {
        var (network, real) = Judge.Value;
        var generated = Features(network, samples);
        return new FrechetInceptionDistance().Measure(new Comparison(real, generated, new("classifier", "", "", real.Count, generated.Count)))
            .First().Value;
    }

    private static FeatureSet Features(IFeatureExtractor network, IReadOnlyList<float[]> images)
    {
        var features = new float[images.Count * network.FeatureSize];
        network.Extract(images.Count, images.SelectMany(image => image).ToArray(), features);
        var set = new FeatureSet(network.FeatureSize, evidence: Evidence.Moments);
        set.Add(features);
        return set;
    }
}
