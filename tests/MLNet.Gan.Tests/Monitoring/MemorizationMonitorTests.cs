using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class MemorizationMonitorTests
{
    private static readonly MemorizationMonitor Monitor = new() { Share = 0.7, Comparisons = 2 };
    private static readonly SampleStatistics Copied = Histories.Samples with { NearTrainingShare = 0.75 };

    [TestMethod]
    public void Observe_OfCopies_SaysSinceWhen()
    {
        var finding = Monitor.Asked(Histories.Compared(Histories.Samples, Copied, Copied));

        Assert.IsNotNull(finding);
        Assert.AreEqual((300, 200, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.StartsWith("Memorization: 75", finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }

    [TestMethod]
    public void Observe_OfSamplesThatAreNoCopies_SaysNothing()
    {
        AssertNothing(Copied with { NearTrainingShare = 0.7 });
        AssertNothing(Copied with { NearTrainingShare = null });
        AssertNothing(Copied with { Diversity = 0.1 });
        AssertNothing(Copied with { Precision = 0.1 });
    }

    [TestMethod]
    public void Share_OfHalf_IsRefused() => Assert.AreEqual(
        "Share", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new MemorizationMonitor { Share = 0.5 }).ParamName);

    private static void AssertNothing(SampleStatistics samples) => Assert.IsNull(Monitor.Asked(Histories.Compared(samples, samples, samples)));
}
