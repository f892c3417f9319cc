using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class OscillationMonitorTests
{
    private static readonly OscillationMonitor Monitor = new() { Comparisons = 6, Deviation = 0.1, Turns = 3, MinimumSteps = 0 };

    [TestMethod]
    public void Observe_OfACoverageThatTurns_CountsTheTurns()
    {
        // Up, then a turn at each of the last four values; the seventh last value does not count.
        var finding = Observed(Monitor, 0.9, 0.2, 0.8, 0.2, 0.8, 0.2, 0.8);

        Assert.IsNotNull(finding);
        Assert.AreEqual((700, 200, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.EndsWith("and turned 4 times.", finding.Message);
        Histories.AssertNamesExist(finding.Advice);
        Assert.IsNull(Observed(Monitor with { Turns = 5 }, 0.2, 0.8, 0.2, 0.8, 0.2, 0.8));
    }

    [TestMethod]
    public void Observe_OfSmallMoves_SaysNothing() =>
        Assert.IsNull(Observed(Monitor, 0.5, 0.6, 0.5, 0.6, 0.5, 0.6)); // The standard deviation is 0.05.

    [TestMethod]
    public void Observe_OfAClimb_SaysNothing() => Assert.IsNull(Observed(Monitor, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9));

    [TestMethod]
    public void Observe_OfTooFewComparisons_SaysNothing() => Assert.IsNull(Observed(Monitor, 0.2, 0.8, 0.2, 0.8, 0.2));

    [TestMethod]
    public void Observe_BeforeTheMinimum_SaysNothing() =>
        Assert.IsNull(Observed(Monitor with { MinimumSteps = 601 }, 0.2, 0.8, 0.2, 0.8, 0.2, 0.8));

    [TestMethod]
    public void Comparisons_BelowSix_AreRefused() => Assert.AreEqual(
        "Comparisons", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new OscillationMonitor { Comparisons = 5 }).ParamName);

    private static Finding? Observed(OscillationMonitor monitor, params double[] coverages) =>
        monitor.Asked(Histories.Compared(coverages.Select(coverage => Histories.Samples with { Coverage = coverage })));
}
