using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class ModeCollapseMonitorTests
{
    private static readonly ModeCollapseMonitor Monitor = new() { Diversity = 0.2, Comparisons = 2, MinimumSteps = 0 };
    private static readonly SampleStatistics Collapsed = Histories.Samples with { Diversity = 0.19, DuplicateShare = 0.97, Coverage = 0.12 };

    [TestMethod]
    public void Observe_OfEqualSamples_SaysSinceWhenAndWhatToDo()
    {
        var finding = Monitor.Asked(Histories.Compared(Histories.Samples, Collapsed, Collapsed, Collapsed));

        Assert.IsNotNull(finding);
        Assert.AreEqual((400, 200, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.AreEqual(
            "Mode collapse: two generated samples differ on average by 19 % of what two real ones do, 97 % of them have a near-duplicate, and "
                + "12 % of the real samples have a generated one near them.",
            finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }

    [TestMethod]
    public void Observe_AtTheThreshold_SaysNothing() =>
        Assert.IsNull(Monitor.Asked(Histories.Compared(Enumerable.Repeat(Histories.Samples with { Diversity = 0.2 }, 5))));

    [TestMethod]
    public void Observe_OfOneComparison_SaysNothing() =>
        Assert.IsNull(Monitor.Asked(Histories.Compared(Collapsed, Histories.Samples, Collapsed)));

    [TestMethod]
    public void Observe_BetweenComparisons_SaysNothing() => Assert.IsNull(Monitor.Asked(
        Histories.Of([.. Histories.Compared(Collapsed, Collapsed).Reports, Histories.Sound(250)])));

    [TestMethod]
    public void Observe_BeforeTheMinimum_SaysNothing()
    {
        Assert.IsNull((Monitor with { MinimumSteps = 301 }).Asked(Histories.Compared(Collapsed, Collapsed, Collapsed)));
        Assert.IsNotNull((Monitor with { MinimumSteps = 300 }).Asked(Histories.Compared(Collapsed, Collapsed, Collapsed)));
    }
}
