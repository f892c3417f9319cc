using Microsoft.ML;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>SMOTE-NC is imbalanced-learn 0.10.0's: penalty, neighbors and votes exactly, the rows in distribution.</summary>
[TestClass]
public sealed class SmoteNcReferenceTests
{
    private const int Count = 8_000;
    private static readonly MixedRow[] Rare = SmoteReference.Of("mixed").Mixed("rare", isRare: true);
    private static readonly MixedRow[] Many = SmoteReference.Of("mixed").Mixed("many", isRare: false);
    private static readonly int Neighbors = SmoteReference.Of("mixed").GetProperty("k").GetInt32();
    private static readonly ClassRows Rows = Resampled.Of(
        [.. Rare.Select(row => new[] { row.A, row.B })], [.. Rare.Select(row => new[] { Code(row.Kind), row.Flag ? 1 : 0 })]);

    private static double Penalty => Math.Pow(new SmoteNc().CategoryPenalty * Rows.MedianDeviation(), 2);

    [TestMethod]
    public void MedianDeviation_IsThatOfImbalancedLearn() =>
        Assert.AreEqual(SmoteReference.Of("mixed").Number("median"), Rows.MedianDeviation(), 1e-12);

    [TestMethod]
    public void MedianDeviation_OfThreeColumns_IsTheMiddleOne() =>
        // Deviations of (0, 2), (0, 6) and (0, 20) over n: 1, 3 and 10.
        Assert.AreEqual(3, Resampled.Of([[0, 0, 0], [2, 6, 20]]).MedianDeviation(), 1e-12);

    [TestMethod]
    public void SquaredDistance_WithThePenalty_IsThatOfImbalancedLearn()
    {
        // The first two rows differ in their numbers and in so many categories.
        var differing = (Rare[0].Kind != Rare[1].Kind ? 1 : 0) + (Rare[0].Flag != Rare[1].Flag ? 1 : 0);
        var numbers = Math.Pow(Rare[0].A - Rare[1].A, 2) + Math.Pow(Rare[0].B - Rare[1].B, 2);

        Assert.IsGreaterThan(0, differing);
        Assert.AreEqual(SmoteReference.Of("mixed").Number("squared_distance_of_first_two"), numbers + differing * Penalty, 1e-9);
    }

    [TestMethod]
    public void Neighbors_AreThoseOfImbalancedLearn()
    {
        var nearest = NearestRows.Of(Rows, [.. Enumerable.Range(0, Rare.Length)], Neighbors, Penalty);

        var expected = SmoteReference.Of("mixed").Indices("nearest");
        for (var row = 0; row < expected.Length; row++)
            CollectionAssert.AreEqual(expected[row], nearest[row], $"Row {row}");
        var others = NearestRows.Of(Rows, [.. Enumerable.Range(0, Rare.Length)], Neighbors, squaredPenalty: 0);
        Assert.IsTrue(expected.Index().Any(row => !row.Item.SequenceEqual(others[row.Index])), "The penalty would not matter.");
    }

    [TestMethod]
    public void Winners_AreTheMostFrequentCategoriesOfTheNeighbors()
    {
        var nearest = SmoteReference.Of("mixed").Indices("nearest");
        var expected = SmoteReference.Of("mixed").GetProperty("winners");
        var ties = 0;
        for (var row = 0; row < Rare.Length; row++)
        {
            int[] kinds = [.. expected[row][0].EnumerateArray().Select(value => Code(value.GetString()!))];
            int[] flags = [.. expected[row][1].EnumerateArray().Select(value => value.GetInt32())];
            CollectionAssert.AreEquivalent(kinds, MajorityVote.Winners(Rows.Inputs, nearest[row], 0).ToArray());
            CollectionAssert.AreEquivalent(flags, MajorityVote.Winners(Rows.Inputs, nearest[row], 1).ToArray());
            ties += kinds.Length + flags.Length - 2;
        }

        Assert.IsGreaterThan(3, ties, "There should be ties to break.");
    }

    [TestMethod]
    public void Ties_AreBrokenWithTheSameProbability()
    {
        var random = new Random(1);
        var rows = Resampled.Of([[0], [0], [0], [0], [0]], [[0], [1], [0], [1], [2]]);

        var ones = Enumerable.Range(0, 4_000).Count(_ => MajorityVote.Draw(rows.Inputs, [0, 1, 2, 3, 4], 0, random) == 1);

        Assert.AreEqual(2_000, ones, 4 * Math.Sqrt(1_000)); // Four standard deviations of a binomial.
    }

    [TestMethod]
    public void Rows_HaveTheDistributionOfImbalancedLearns() =>
        Assert.IsLessThan(TwoSamples.Critical(Count, Expected.Length), TwoSamples.Statistic(Made(new() { NeighborCount = Neighbors }), Expected, Real));

    [TestMethod]
    public void Distribution_WithoutPenalty_IsFoundToDiffer() => AssertDiffers(Made(new() { NeighborCount = Neighbors, CategoryPenalty = 0 }));

    [TestMethod]
    public void Distribution_OfCategoriesOfTheRowItself_IsFoundToDiffer()
    {
        // Each row has the categories of the row that it was made of, as random oversampling has them.
        var view = View();
        var task = Resampled.Task(view, Count, inputs: ["A", "B"]);
        AssertDiffers(Table(new Smote { NeighborCount = Neighbors }.Rows(task)));
    }

    private static double[][] Expected => SmoteReference.Of("mixed").Rows("made");

    private static double[][] Real => [.. Rare.Select(Numbers)];

    private static void AssertDiffers(double[][] made) =>
        Assert.IsGreaterThan(1.2 * TwoSamples.Critical(Count, Expected.Length), TwoSamples.Statistic(made, Expected, Real));

    private static double[][] Made(SmoteNc smote) => Table(smote.Rows(Resampled.Task(View(), Count)));

    private static double[][] Table(IDataView view) =>
        [.. new MLContext().Data.CreateEnumerable<MixedRow>(view, reuseRowObject: false).Select(Numbers)];

    private static IDataView View() => Resampled.View(Rare.Concat(Many));

    private static double[] Numbers(MixedRow row) => [row.A, row.B, Code(row.Kind), row.Flag ? 1 : 0];

    private static int Code(string kind) => kind[0] - 'a';
}
