using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables;

[TestClass]
public sealed class ColumnDistanceTests
{
    [TestMethod]
    // By hand: F is 1/2 and 1 at 1 and 2, G is 0 until 2, 1/2 at 2, 1 at 3: the largest difference is 1/2.
    [DataRow(new double[] { 1, 2 }, new double[] { 2, 3 }, 0.5)]
    // F(1) = 3/4, G(1) = 1/4.
    [DataRow(new double[] { 1, 1, 1, 5 }, new double[] { 5, 1, 5, 5 }, 0.5)]
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 3, 2, 1 }, 0)]
    [DataRow(new double[] { 1, 2 }, new double[] { 8, 9, 10 }, 1)]
    // Without the missing one: F is 1/2 and 1, G is 1 at 1: 1/2.
    [DataRow(new double[] { 1, double.NaN, 2 }, new double[] { 1 }, 0.5)]
    [DataRow(new double[] { double.NaN }, new double[] { 1 }, 1)]
    [DataRow(new double[] { double.NaN }, new double[] { double.NaN }, 0)]
    public void KolmogorovSmirnov_IsTheLargestDifferenceOfDistributions(double[] first, double[] second, double expected)
    {
        Assert.AreEqual(expected, ColumnDistance.KolmogorovSmirnov(first, second), 1e-15);
        Assert.AreEqual(expected, ColumnDistance.KolmogorovSmirnov(second, first), 1e-15);
    }

    [TestMethod]
    // Shares 3/4, 1/4, 0 and 1/2, 0, 1/2: (1/4 + 1/4 + 1/2) / 2.
    [DataRow("a a a b", "a c", 0.5)]
    [DataRow("a b", "b a a b", 0)]
    [DataRow("a b", "c", 1)]
    public void TotalVariation_IsHalfTheSumOfDifferencesOfShares(string first, string second, double expected) =>
        Assert.AreEqual(expected, ColumnDistance.TotalVariation(first.Split(' '), second.Split(' ')), 1e-15);
}
