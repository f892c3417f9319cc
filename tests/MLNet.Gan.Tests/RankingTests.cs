using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests;

/// <summary>
/// Whether scores by ML.NET's ResNet-18 put images of Fashion-MNIST in the order of their quality: the real ones,
/// slightly blurred ones, strongly blurred ones, noise; and all classes before five of ten.
/// </summary>
[TestClass]
public sealed class RankingTests
{
    private const string Data = "/usr/share/datasets/fashion-mnist/t10k";
    private const int Side = 28;
    private const int Count = 200;

    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    [TestCategory("Slow")]
    public void Scores_OfRealBlurredAndNoisyImages_AreInTheRightOrder()
    {
        var all = Context.Gan.LoadIdx($"{Data}-images-idx3-ubyte.gz", $"{Data}-labels-idx1-ubyte.gz");
        var labels = all.GetColumn<uint>("Label").ToList();
        var images = all.GetColumn<float[]>("Features").ToList();
        List<float[]> real = images[..Count], half = images[Count..(2 * Count)];
        var random = new Random(1);
        float[] Noise(float[] image) => [.. image.Select(_ => 2 * random.NextSingle() - 1)];

        using var network = ResNet18Network.Open(new());
        var extractor = network.Of(SampleShape.Image(1, Side, Side));
        var ofReal = Features(extractor, real);
        Dictionary<string, double>[] chain =
        [
            .. new[] { half, [.. half.Select(image => Blurred(image, 0.5))], [.. half.Select(image => Blurred(image, 0.8))],
                [.. half.Select(Noise)] }.Select(set => Scores(ofReal, Features(extractor, set))),
        ];
        var fewer = Scores(ofReal, Features(extractor,
            [.. images.Skip(Count).Where((_, i) => labels[Count + i] <= 5).Take(Count)]));

        foreach (var scores in chain.Append(fewer))
            Console.WriteLine(string.Join(", ", scores.Select(score => $"{score.Key} {score.Value:0.####}")));
        foreach (var (better, worse) in chain.Zip(chain.Skip(1)).Append((chain[0], fewer)))
        {
            Assert.IsTrue(better["Fréchet distance"] < worse["Fréchet distance"]);
            Assert.IsTrue(better["kernel distance"] < worse["kernel distance"]);
            Assert.IsTrue(better["recall"] > worse["recall"]);
        }
    }

    private static FeatureSet Features(IFeatureExtractor extractor, List<float[]> images)
    {
        var set = new FeatureSet(extractor.FeatureSize);
        var features = new float[images.Count * extractor.FeatureSize];
        extractor.Extract(images.Count, images.SelectMany(image => image).ToArray(), features);
        set.Add(features);
        return set;
    }

    private static Dictionary<string, double> Scores(FeatureSet real, FeatureSet generated)
    {
        var comparison = new Comparison(real, generated, new("resnet18", "", "", real.Count, generated.Count));
        IMetric[] metrics = [new FrechetInceptionDistance(), new KernelInceptionDistance(), new PrecisionRecall()];
        return metrics.SelectMany(metric => metric.Measure(comparison))
            .ToDictionary(score => score.Name, score => score.Value);
    }

    /// <summary>A Gaussian blur, rows first; beyond the border lies the border.</summary>
    private static float[] Blurred(float[] image, double sigma)
    {
        double[] kernel = [.. Enumerable.Range(-4, 9).Select(i => Math.Exp(-i * i / (2 * sigma * sigma)))];
        var sum = kernel.Sum();
        float[] Along(float[] pixels, Func<int, int, int, int> index) =>
        [
            .. from i in Enumerable.Range(0, pixels.Length)
               select (float)(Enumerable.Range(-4, 9).Sum(d => kernel[d + 4] * pixels[index(i / Side, i % Side, d)]) / sum),
        ];
        static int Inside(int place) => Math.Clamp(place, 0, Side - 1);
        var rows = Along(image, (y, x, d) => y * Side + Inside(x + d));
        return Along(rows, (y, x, d) => Inside(y + d) * Side + x);
    }
}
