using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>SMOTE is imbalanced-learn 0.10.0's: the neighbors exactly, the rows in distribution.</summary>
[TestClass]
public sealed class SmoteReferenceTests
{
    private const int Count = 8_000;
    private static readonly double[][] Rare = SmoteReference.Of("numbers").Rows("rare"), Many = SmoteReference.Of("numbers").Rows("many");
    private static readonly double[][] Expected = SmoteReference.Of("numbers").Rows("made");
    private static readonly int Neighbors = SmoteReference.Of("numbers").GetProperty("k").GetInt32();

    [TestMethod]
    public void Neighbors_AreThoseOfImbalancedLearn()
    {
        var nearest = NearestRows.Of(Resampled.Of(Rare), [.. Enumerable.Range(0, Rare.Length)], Neighbors, squaredPenalty: 0);

        var expected = SmoteReference.Of("numbers").Indices("nearest");
        Assert.HasCount(15, expected);
        for (var row = 0; row < expected.Length; row++)
            CollectionAssert.AreEqual(expected[row], nearest[row], $"Row {row}");
    }

    [TestMethod]
    public void Neighbors_InManyDimensionsAndThreads_AreThoseOfASortedList()
    {
        var random = new Random(1);
        double[][] rows = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 12).Select(_ => random.NextDouble()).ToArray())];

        var nearest = NearestRows.Of(Resampled.Of(rows), [.. Enumerable.Range(0, rows.Length)], 7, squaredPenalty: 0);

        for (var row = 0; row < rows.Length; row++)
        {
            int[] sorted = [.. Enumerable.Range(0, rows.Length).Where(other => other != row).OrderBy(other => Squared(rows[row], rows[other])).Take(7)];
            CollectionAssert.AreEqual(sorted, nearest[row]);
        }
    }

    [TestMethod]
    public void Rows_HaveTheDistributionOfImbalancedLearns()
    {
        var made = Made(new Smote { NeighborCount = Neighbors });

        Assert.HasCount(Count, made);
        Assert.IsLessThan(TwoSamples.Critical(Count, Expected.Length), TwoSamples.Statistic(made, Expected, Rare));
    }

    [TestMethod]
    public void Rows_OfOtherSeeds_AreOthers_AndOfEqualOnesEqual()
    {
        var first = Made(new Smote(), seed: 1);

        Assert.IsTrue(first.Zip(Made(new Smote(), seed: 1), (a, b) => a.SequenceEqual(b)).All(same => same));
        Assert.IsFalse(first.Zip(Made(new Smote(), seed: 2), (a, b) => a.SequenceEqual(b)).Any(same => same));
    }

    // The test of the distribution must notice the usual mistakes.
    [TestMethod]
    public void Distribution_OfSquaredGaps_IsFoundToDiffer() => AssertDiffers(Wrong(Rare, gap => gap * gap, skipped: 1));

    [TestMethod]
    public void Distribution_WithARowAsItsOwnNeighbor_IsFoundToDiffer() => AssertDiffers(Wrong(Rare, gap => gap, skipped: 0));

    [TestMethod]
    public void Distribution_WithNeighborsOfAllClasses_IsFoundToDiffer() => AssertDiffers(Wrong([.. Rare, .. Many], gap => gap, skipped: 1));

    [TestMethod]
    public void Distribution_OfOneMoreNeighbor_IsFoundToDiffer() => AssertDiffers(Made(new Smote { NeighborCount = Neighbors + 1 }));

    private static void AssertDiffers(double[][] made) =>
        Assert.IsGreaterThan(1.2 * TwoSamples.Critical(Count, Expected.Length), TwoSamples.Statistic(made, Expected, Rare));

    /// <summary>Rows of a SMOTE of its own, with mistakes.</summary>
    private static double[][] Wrong(double[][] pool, Func<double, double> gap, int skipped)
    {
        var random = new Random(3);
        return
        [
            .. Enumerable.Range(0, Count).Select(_ =>
            {
                var from = Rare[random.Next(Rare.Length)];
                var to = pool.OrderBy(other => Squared(from, other)).Skip(skipped).Take(Neighbors).ElementAt(random.Next(Neighbors));
                var share = gap(random.NextDouble());
                return from.Zip(to, (a, b) => a + share * (b - a)).ToArray();
            }),
        ];
    }

    private static double[][] Made(Smote smote, int seed = 0)
    {
        var rows = Resampled.View(Rare.Select(row => (Row: row, Label: true)).Concat(Many.Select(row => (Row: row, Label: false)))
            .Select(row => new NumberRow { X = row.Row[0], Y = row.Row[1], Z = row.Row[2], Label = row.Label }));
        var made = smote.Rows(Resampled.Task(rows, Count, seed: seed));
        return [.. new MLContext().Data.CreateEnumerable<NumberRow>(made, reuseRowObject: false).Select(row => new[] { row.X, row.Y, row.Z })];
    }

    private static double Squared(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    private sealed class NumberRow
    {
        public double X { get; set; }

        public double Y { get; set; }

        public double Z { get; set; }

        public bool Label { get; set; }
    }
}
