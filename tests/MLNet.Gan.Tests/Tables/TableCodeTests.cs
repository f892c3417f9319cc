using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables;

/// <summary>Rows of tables as vectors, by hand.</summary>
[TestClass]
public sealed class TableCodeTests
{
    private static readonly TableColumn Plan = new("Plan", null, ["gold", "basic", "basic", "gold", "basic", ""]);

    // Of the five that are there the mean is 2, and the variance 4 / 5.
    private static readonly TableColumn Age = new("Age", [1, 3, double.NaN, 1, 3, 2], null);

    private static readonly float Deviation = MathF.Sqrt(4 / 5f);

    [TestMethod]
    public void Of_Numbers_AreStandardizedByTheRealOnesAndMissingOnesTheMean()
    {
        var code = new TableCode([Age]);

        CollectionAssert.AreEqual(
            new[] { -1 / Deviation, 1 / Deviation, 0, -1 / Deviation, 1 / Deviation, 0 }, code.Of([Age], Enumerable.Range(0, 6)).Features.ToArray(),
            Comparer<float>.Create((one, other) => Math.Abs(one - other) < 1e-6 ? 0 : one.CompareTo(other)));
        CollectionAssert.AreEqual(
            new float[] { 0 }, code.Of([new("Age", [2], null)], [0]).Features.ToArray());
    }

    [TestMethod]
    public void Of_Categories_PutsTwoThatDifferOneApart()
    {
        var code = new TableCode([Plan]);
        var other = new TableColumn("Plan", null, ["gold", "silver", "iron", "basic", "", "gold"]);

        Assert.AreEqual(1, Distance(code, [Plan], 0, 1), 1e-6);
        Assert.AreEqual(1, Distance(code, [Plan], 0, 5), 1e-6); // A missing one is a category.
        Assert.AreEqual(0, Distance(code, [Plan], 0, 3), 1e-6);
        Assert.AreEqual(1, Distance(code, [other], 0, 1), 1e-6);
        Assert.AreEqual(0, Distance(code, [other], 1, 2), 1e-6); // Those that no real row has share a place.
    }

    [TestMethod]
    public void Of_SeveralColumns_AddsTheirSquares() =>
        Assert.AreEqual(Math.Sqrt(1 + 4 / (Deviation * Deviation)), Distance(new([Plan, Age]), [Plan, Age], 0, 1), 1e-6);

    [TestMethod]
    public void Evaluate_OfNumbersThatAreMissing_IsTheDistanceByHand()
    {
        // One column is one direction: quantiles −1, −1, 1, 1 and 0, 0, 1, 1, so that W² is half of 1².
        var real = new TableColumn("Age", [0, 0, 0, 0, 2, 2, 2, 2], null);
        var generated = new TableColumn("Age", [double.NaN, double.NaN, double.NaN, double.NaN, 2, 2, 2, 2], null);

        var scores = TableEvaluation.Evaluate([real], [generated], new());

        Assert.AreEqual(Math.Sqrt(0.5), scores["sliced Wasserstein"].Value, 1e-6);
    }

    private static double Distance(TableCode code, TableColumn[] columns, int row, int other)
    {
        var set = code.Of(columns, [row, other]);
        var (one, two) = (set.Features[..set.Dimension].ToArray(), set.Features[set.Dimension..].ToArray());
        return Math.Sqrt(one.Zip(two, (x, y) => (x - y) * (double)(x - y)).Sum());
    }
}
