using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class PartialModeCollapseMonitorTests
{
    private static readonly PartialModeCollapseMonitor Monitor =
        new() { Coverage = 0.3, ShareOfBest = 0.5, Comparisons = 2, Diversity = 0.2, MinimumSteps = 0 };

    [TestMethod]
    public void Observe_OfAPartThatIsNeverCovered_SaysSo()
    {
        var finding = Observed(0.25, 0.25, 0.25, 0.25);

        Assert.IsNotNull(finding);
        Assert.AreEqual((400, 100, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.StartsWith("Partial mode collapse: 25", finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }

    [TestMethod]
    public void Observe_OfAPartThatWasLost_SaysSinceWhen()
    {
        // Half of the best, 0.8, is 0.4.
        var finding = Observed(0.6, 0.8, 0.39, 0.39, 0.38);

        Assert.IsNotNull(finding);
        Assert.AreEqual((500, 300), (finding.Step, finding.Since));
    }

    [TestMethod]
    public void Observe_AtTheThresholds_SaysNothing()
    {
        Assert.IsNull(Observed(0.3, 0.3, 0.3, 0.3));
        Assert.IsNull(Observed(0.6, 0.8, 0.4, 0.4, 0.4));
    }

    [TestMethod]
    public void Observe_WhileTheCoverageRises_SaysNothing() => Assert.IsNull(Observed(0.05, 0.1, 0.2, 0.25));

    [TestMethod]
    public void Observe_OfLowCoverageBeforeTheMinimum_SaysNothing() => Assert.IsNull(
        (Monitor with { MinimumSteps = 401 }).Asked(History(0.25, 0.25, 0.25, 0.25)));

    [TestMethod]
    public void Observe_OfSamplesThatAreAllEqual_LeavesItToTheOtherMonitor() => Assert.IsNull(Monitor.Asked(
        Histories.Compared(Enumerable.Repeat(Histories.Samples with { Coverage = 0.1, Diversity = 0.2 }, 6))));

    // 0.65 of a precision of 0.8 is 0.52.
    [TestMethod]
    [DataRow(0.51, 0.84, true)]
    [DataRow(0.52, 0.84, false)]
    [DataRow(0.51, 0.85, false)]
    public void Observe_OfPreciseSamplesThatAreNarrow_SaysSo(double coverage, double diversity, bool isFound)
    {
        var monitor = Monitor with { ShareOfPrecision = 0.65, NarrowDiversity = 0.85 };
        var samples = Histories.Samples with { Coverage = coverage, Precision = 0.8, Diversity = diversity };

        Assert.AreEqual(isFound, monitor.Asked(Histories.Compared(Enumerable.Repeat(samples, 4))) is not null);
        Assert.IsNull((monitor with { MinimumSteps = 401 }).Asked(Histories.Compared(Enumerable.Repeat(samples, 4))));
    }

    /// <summary>After a reaction the steps count from there.</summary>
    [TestMethod]
    public void Observe_SoonAfterAReaction_SaysNothing() => Assert.IsNull(
        (Monitor with { MinimumSteps = 300 }).Asked(History(0.25, 0.25, 0.25, 0.25) with { Start = 101 }));

    private static Finding? Observed(params double[] coverages) => Monitor.Asked(History(coverages));

    private static RunHistory History(params double[] coverages) =>
        Histories.Compared(coverages.Select(coverage => Histories.Samples with { Coverage = coverage }));
}
