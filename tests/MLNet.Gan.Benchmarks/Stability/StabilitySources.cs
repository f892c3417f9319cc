using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Images;
using MLNet.Gan.Benchmarks.Mixtures;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>The data of the settings.</summary>
internal static class StabilitySources
{
    private const int Points = 20_000, TestImages = 2_000, Generated = 4_000;
    private const double Rare = 0.01;

    private static readonly Lazy<(IFeatureExtractor Network, FeatureSet Real)> Judge = new(() =>
    {
        var network = FashionClassifier.Load().Evaluation.Features!;
        var images = FashionMnist.Images(FashionMnist.Test(new MLContext())).Take(TestImages).ToArray();
        return (network, Features(network, images));
    });

    public static StabilityData Ring { get; } = Of(Mixture.Ring with { Sigma = 0.02f });

    /// <summary>3 × 3 modes.</summary>
    public static StabilityData Grid { get; } = Of(new("grid of 9",
        [.. from x in new[] { -2f, 0, 2 } from y in new[] { -2f, 0, 2 } select new[] { x, y }], 0.1f));

    /// <summary>A ring whose last mode is a class of its own, of 1 % of the points.</summary>
    public static StabilityData Classes { get; } = new("classes of 99 and 1 %", ClassesView, ClassesMissing, Limit: 0.4, Snapshot: Generated);

    public static StabilityData Table800 { get; } = new("table of 800 rows", (context, seed) => OneHotTable.View(context, 800, seed),
        OneHotTable.Distance, Limit: 0.2, Snapshot: Generated);

    public static StabilityData Table5000 { get; } = new("table of 5 000 rows", (context, seed) => OneHotTable.View(context, 5000, seed),
        OneHotTable.Distance, Limit: 0.2, Snapshot: Generated);

    /// <summary>Images of Fashion-MNIST.</summary>
    public static StabilityData Fashion { get; } = Images("Fashion-MNIST", 20_000);

    public static StabilityData Fashion600 { get; } = Images("600 images of Fashion-MNIST", 600);

    private static StabilityData Of(Mixture mixture) => new(mixture.Name, (context, seed) => mixture.View(context, Points, seed),
        samples => Missing(mixture, samples), Limit: 0.4, Snapshot: Generated);

    private static StabilityData Images(string name, int count) => new(name,
        (context, seed) => context.Data.TakeRows(context.Data.SkipRows(FashionMnist.Train(context), 1 + (seed - 1) * count % 40_000), count),
        Distance, Limit: 300, Snapshot: 500);

    /// <summary>
    /// What points within 4σ of a mode's center lack of the modes' equal shares: the sum over modes of what is missing, from 0
    /// (best) to 1.
    /// </summary>
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

    private static IDataView ClassesView(MLContext context, int seed)
    {
        var mixture = Mixture.Ring with { Sigma = 0.02f };
        var random = new Random(seed);
        float[][] Of(int first, int count, int rows) => [.. (mixture with { Centers = [.. mixture.Centers.Skip(first).Take(count)] }).Points(rows, random.Next())];
        var rows = Of(0, mixture.Centers.Count - 1, (int)(Points * (1 - Rare))).Select(point => new LabeledPoint { Point = point })
            .Concat(Of(mixture.Centers.Count - 1, 1, (int)(Points * Rare)).Select(point => new LabeledPoint { Point = point, Label = 1 })).ToArray();
        random.Shuffle(rows);
        return context.Data.LoadFromEnumerable(rows);
    }

    /// <summary>The mean of both classes; a snapshot has their samples in turns.</summary>
    private static double ClassesMissing(IReadOnlyList<float[]> samples)
    {
        var mixture = Mixture.Ring with { Sigma = 0.02f };
        double Of(int label, int first, int count) => Missing(
            mixture with { Centers = [.. mixture.Centers.Skip(first).Take(count)] }, [.. samples.Where((_, i) => i % 2 == label)]);
        return (Of(0, 0, mixture.Centers.Count - 1) + Of(1, mixture.Centers.Count - 1, 1)) / 2;
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

    private sealed class LabeledPoint
    {
        [VectorType(2)]
        public float[] Point { get; set; } = [];

        public float Label { get; set; }
    }
}
