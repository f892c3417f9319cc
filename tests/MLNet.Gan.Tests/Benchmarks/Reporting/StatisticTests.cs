using MLNet.Gan.Benchmarks.Reporting;

namespace MLNet.Gan.Tests.Benchmarks.Reporting;

[TestClass]
public sealed class StatisticTests
{
    [TestMethod]
    public void Of_Values_GivesMeanAndStandardError()
    {
        // The deviation of 1, 2, 6 is √((4 + 1 + 9)/2) = √7.
        var statistic = Statistic.Of([1, 2, 6]);

        Assert.AreEqual(3, statistic.Mean, 1e-12);
        Assert.AreEqual(Math.Sqrt(7.0 / 3), statistic.StandardError, 1e-12);
        Assert.AreEqual("3.0 ± 1.5", statistic.ToText("0.0"));
    }

    [TestMethod]
    public void Of_ValuesThatAreNoNumbers_SaysHowManyCounted() =>
        Assert.AreEqual("2.0 ± 1.0 (2 of 3)", Statistic.Of([1, double.NaN, 3]).ToText("0.0"));

    [TestMethod]
    public void ToText_OfOneValue_HasNoError() => Assert.AreEqual("0.25", Statistic.Of([0.25]).ToText("0.00"));

    [TestMethod]
    public void ToText_OfNothing_IsADash()
    {
        Assert.AreEqual("–", Statistic.Of([]).ToText("0"));
        Assert.AreEqual("–", Statistic.Of([double.NaN]).ToText("0"));
    }
}
