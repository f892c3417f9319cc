using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables.Quality;

/// <summary>What of a column is shown on a page that may be shared.</summary>
[TestClass]
public sealed class ColumnBarsTests
{
    [TestMethod]
    public void Of_RareCategories_DoesNotNameThem()
    {
        string[] real = [.. Repeated("basic", 40), .. Repeated("gold", 5), .. Repeated("rare disease", 4), ""];
        string[] made = [.. Repeated("basic", 20), .. Repeated("rare disease", 30)];

        var bars = ColumnBars.Of(new("Plan", null, real), new("Plan", null, made));

        CollectionAssert.AreEqual(new[] { "basic", "gold" }, bars.Names.ToArray());
        CollectionAssert.AreEqual(new[] { 0.8, 0.1, 0.1 }, bars.Real.ToArray()); // The others are 5 together.
        CollectionAssert.AreEqual(new[] { 0.4, 0, 0.6 }, bars.Synthetic.ToArray());
    }

    [TestMethod]
    public void Of_FewOthers_DoesNotShowThem() => Assert.AreEqual(
        0, ColumnBars.Of(new("Plan", null, [.. Repeated("basic", 40), "rare"]), new("Plan", null, ["basic"])).Real[^1]);

    [TestMethod]
    public void Of_Numbers_ShowsNoneOfTheFiveAtEachEnd()
    {
        // 0 … 99, and the income of one person: from the fifth smallest, 4, to the fifth largest, 96, in whole numbers of two digits.
        double[] real = [.. Enumerable.Range(0, 100).Select(value => (double)value), 8_123_456];

        var bars = ColumnBars.Of(new("Income", real, null), new("Income", real, null));

        Assert.AreEqual("4 to 96", bars.Range);
        Assert.HasCount(4, bars.Real);
        Assert.AreEqual(1, bars.Real.Sum(), 1e-12);
    }

    [TestMethod]
    public void Of_ABinWithFewRealRows_IsEmpty()
    {
        double[] real = [.. Enumerable.Repeat(0.0, 60), 3, 3, 3, .. Enumerable.Repeat(10.0, 40)];

        var bars = ColumnBars.Of(new("X", real, null), new("X", [3, 3], null));

        CollectionAssert.AreEqual(new[] { 60 / 103.0, 0, 0, 40 / 103.0 }, bars.Real.ToArray());
        CollectionAssert.AreEqual(new[] { 0, 1.0, 0, 0 }, bars.Synthetic.ToArray());
    }

    [TestMethod]
    [DataRow(1234.0, 91_234.0, false, "1200 to 91000")]
    [DataRow(0.0, 2.53e-7, false, "0 to 2.5E-07")]
    [DataRow(730_000.0, 730_100.0, true, "1999-09 to 1999-12")]
    public void Of_TwoValues_RoundsTheRange(double low, double high, bool areDates, string expected)
    {
        double[] real = [.. Enumerable.Repeat(low, 10), .. Enumerable.Repeat(high, 10)];

        Assert.AreEqual(expected, ColumnBars.Of(new("X", real, null) { IsDate = areDates }, new("X", real, null)).Range);
    }

    [TestMethod]
    public void Of_FewRows_ShowsNothing() =>
        Assert.IsEmpty(ColumnBars.Of(new("X", [1, 2, 3, 4, 5, 6, 7, 8, 9], null), new("X", [1], null)).Real);

    private static IEnumerable<string> Repeated(string value, int count) => Enumerable.Repeat(value, count);
}
