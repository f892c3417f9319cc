using System.Runtime.CompilerServices;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Metrics by NumPy (scores.py, which says how), with the same rules in the place of random choices.</summary>
[TestClass]
public sealed class ScoreVectorTests
{
    private static readonly Samples First = new(1, 64, 0, 1, 0.5, 1);
    private static readonly Samples Second = new(2, 50, 0.2, 1.2, 0.4, 1);

    private static readonly Document Expected = JsonSerializer.Deserialize<Document>(
        File.ReadAllText(Path.Combine(Folder(), "scores.json")),
        JsonSerializerOptions.Web)!;

    [TestMethod]
    public void KernelDistances_OfSubsets_AreTheReferenceValues()
    {
        var (x, y, turn) = (Rows(First, 20), Rows(Second, 20), 0);
        (int[], int[]) Next() => (Picked(x.Count, 30, turn), Picked(y.Count, 30, turn++));

        var one = KernelDistances.FromSubsets(x, y, 5, 30, Next);
        turn = 0;
        var all = KernelDistances.FromAllPairs(x, y, 5, Next);

        foreach (var distances in (double[][])[one, all])
        {
            var mean = distances.Average();
            AreClose(Expected.Kernel, mean);
            AreClose(Expected.KernelDeviation, Math.Sqrt(distances.Average(d => (d - mean) * (d - mean))));
        }
    }

    [TestMethod]
    public void KernelInceptionDistance_OfAllRows_IsTheReferenceValue()
    {
        // With as many rows as a subset has, every subset is the whole; 300 features are more than go in one piece.
        var score = Only(new KernelInceptionDistance { Subsets = 3, SubsetSize = 64 }, Compared.Features(
            First.Features(300), (Second with { Rows = 64 }).Features(300), 300));

        AreClose(Expected.KernelOfAll, score.Value);
        Assert.AreEqual(0, score.Deviation!.Value, 1e-12);
    }

    [TestMethod]
    public void InceptionScore_OfLogits_IsTheReferenceValue()
    {
        var logits = new Samples(3, 103, 0, 3, 0.3, 1).Features(7);

        var score = Only(new InceptionScore(), Compared.Logits(logits, logits, 7));

        AreClose(Expected.Inception, score.Value);
        AreClose(Expected.InceptionDeviation, score.Deviation!.Value);
    }

    [TestMethod]
    public void FrechetInfinity_OfNestedSets_IsTheReferenceValue()
    {
        var real = Statistics.Of(new Samples(4, 400, 0, 1, 0.5, 1).Features(6), 6);
        var generated = Rows(new(5, 300, 0.1, 1.2, 0.4, 1), 6);
        int[] order = [.. Enumerable.Range(0, 300).Select(i => (7 * i + 3) % 300)];

        AreClose(Expected.Infinity,
            FrechetInfinity.Extrapolate(real, generated, order, FrechetInfinity.Sizes(300, 15)));
    }

    [TestMethod]
    public void SlicedWasserstein_OfGivenDirections_IsTheReferenceValue()
    {
        double[][] directions = [.. Samples.Normals(99).Take(60).Chunk(3).Select(Unit)];

        var real = Rows(new(6, 40, 0, 1, 0, 1), 3);

        AreClose(Expected.Sliced, SlicedWasserstein.Distance(
            i => SlicedWasserstein.Projected(real, directions[i]), Rows(new(7, 56, 0.3, 1.5, 0.5, 1), 3), directions));
    }

    private static double[] Unit(double[] values) =>
        [.. values.Select(value => value / Math.Sqrt(values.Sum(other => other * other)))];

    private static FeatureRows Rows(Samples samples, int columns) => new(samples.Features(columns), columns);

    private static int[] Picked(int count, int size, int turn) =>
        [.. Enumerable.Range(0, size).Select(i => (7 * i + 3 * turn) % count).Order()];

    private static Score Only(IMetric metric, Comparison comparison) =>
        Assert.ContainsSingle(metric.Measure(comparison));

    private static void AreClose(double expected, double actual) =>
        Assert.AreEqual(expected, actual, 1e-9 * Math.Abs(expected));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public sealed record Document(
        double Kernel, double KernelDeviation, double KernelOfAll, double Inception, double InceptionDeviation,
        double Infinity, double Sliced);
}
