using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class DroppedCategoryMonitorTests
{
    private static readonly DroppedCategoryMonitor Monitor =
        new() { ClassCoverage = 0.1, ShareOfReal = 0.2, LeastShare = 0.05, Comparisons = 2, MinimumSteps = 0 };

    [TestMethod]
    [DataRow(0.09, true)]
    [DataRow(0.1, false)]
    public void Observe_OfAClassThatIsNotCovered_NamesIt(double coverage, bool isFound)
    {
        var finding = Observed(Histories.Samples with { LowestClass = 3, LowestClassName = "'cat'", LowestClassCoverage = coverage });

        AssertFound(isFound, finding, "Class 'cat' is dropped: 9");
    }

    // A fifth of a real share of 0.1 is 0.02.
    [TestMethod]
    [DataRow(0.1, 0.019, true)]
    [DataRow(0.1, 0.0201, false)]
    [DataRow(0.05, 0, true)]
    [DataRow(0.049, 0, false)]
    public void Observe_OfACategoryThatIsHardlyGenerated_NamesIt(double real, double generated, bool isFound)
    {
        var finding = Observed(Histories.Samples with
        {
            RarestCategory = 5,
            RarestCategoryName = "'City.Rome'",
            RarestCategoryRealShare = real,
            RarestCategoryShare = generated,
        });

        AssertFound(isFound, finding, "A category is dropped: component 'City.Rome' has");
    }

    [TestMethod]
    public void Observe_BeforeTheMinimum_SaysNothing() => Assert.IsNull((Monitor with { MinimumSteps = 301 }).Asked(
        Histories.Compared(Enumerable.Repeat(Histories.Samples with { LowestClass = 3, LowestClassCoverage = 0 }, 3))));

    private static Finding? Observed(SampleStatistics samples) => Monitor.Asked(Histories.Compared(Histories.Samples, samples, samples));

    private static void AssertFound(bool isFound, Finding? finding, string start)
    {
        Assert.AreEqual(isFound, finding is not null);
        if (finding is null)
            return;
        Assert.AreEqual((300, 200, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.StartsWith(start, finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }
}
