using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables.Quality;

[TestClass]
public sealed class ColumnQualitiesTests
{
    [TestMethod]
    // Shares that GANs gave which collapsed on an ordinary table, of real .08 .68 .08 .08 .08.
    [DataRow(new[] { 107, 782, 0, 0, 111 }, "c d")]
    [DataRow(new[] { 92, 816, 89, 0, 3 }, "d e")]
    [DataRow(new[] { 86, 735, 0, 91, 88 }, "c")]
    [DataRow(new[] { 0, 906, 0, 90, 4 }, "a c e")]
    // As they should be, and one that has lost a little less than half.
    [DataRow(new[] { 80, 680, 80, 80, 80 }, "")]
    [DataRow(new[] { 41, 719, 80, 80, 80 }, "")]
    public void Compare_OfCollapsedCategories_NamesThoseThatLostHalf(int[] counts, string lost)
    {
        var real = Column([64, 544, 64, 64, 64]);

        var quality = ColumnQualities.Compare(real, Column(counts), Column(counts), null, [], confidence: 0.95);

        Assert.AreEqual(lost, string.Join(' ', quality.Lost.Select(category => category.Name)));
        Assert.AreEqual(counts.Count(count => count > 0) / 5.0, quality.Coverage, 1e-12);
    }

    [TestMethod]
    public void Compare_OfARareCategoryThatIsMissingByChance_DoesNotCallItLost()
    {
        // 1 % of 100 rows is one row; of 100 others none has it in more than a third of the cases.
        var quality = ColumnQualities.Compare(Column([1, 99]), Column([0, 100]), Column([0, 100]), null, [], confidence: 0.95);

        Assert.IsEmpty(quality.Lost);
        Assert.AreEqual(0.5, quality.Coverage);
    }

    [TestMethod]
    // Half of the range from 1 to 99 (quantiles of 0, 1, …, 100); wholly outside; around it.
    [DataRow(new double[] { 50, 120 }, 0.5)]
    [DataRow(new double[] { 120, 130 }, 0)]
    [DataRow(new double[] { -5, 120, double.NaN }, 1)]
    [DataRow(new double[] { double.NaN }, 0)]
    public void RangeCoverage_IsTheSharedPartOfTheRange(double[] synthetic, double expected) => Assert.AreEqual(
        expected, ColumnQualities.RangeCoverage([.. Enumerable.Range(0, 101).Select(value => (double)value)], synthetic), 1e-12);

    private static TableColumn Column(int[] counts) =>
        new("Color", null, [.. counts.SelectMany((count, i) => Enumerable.Repeat($"{(char)('a' + i)}", count))]);
}
