namespace MLNet.Gan.Tests.Resampling;

[TestClass]
public sealed class PairedIntervalTests
{
    [TestMethod]
    public void Interval_IsTheCorrectedResampledT()
    {
        // Mean 0.03, s² = (0.0001 · (4 + 1 + 0 + 1 + 4)) / 4 = 0.00025; t of 4 degrees at 97.5 % is 2.7764.
        var interval = PairedInterval.Of([0.01, 0.02, 0.03, 0.04, 0.05], testShare: 0.25, confidence: 0.95);

        var width = 2.7764451 * Math.Sqrt((0.2 + 0.25) * 0.00025);
        Assert.AreEqual(0.03 - width, interval.Low, 1e-8);
        Assert.AreEqual(0.03 + width, interval.High, 1e-8);
        Assert.AreEqual(0.95, interval.Level);
    }

    [TestMethod]
    public void Interval_OfEqualDifferences_IsAPoint() =>
        Assert.AreEqual((0.0, 0.0), (PairedInterval.Of([0, 0, 0], 0.25, 0.95).Low, PairedInterval.Of([0, 0, 0], 0.25, 0.95).High));
}
