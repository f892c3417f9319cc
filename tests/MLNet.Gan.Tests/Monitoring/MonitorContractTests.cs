using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

/// <summary>What every monitor must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class MonitorContractTests
{
    private static readonly SampleStatistics Sound = Histories.Samples with
    {
        HeldOutLogit = 0.4,
        NearTrainingShare = 0.5,
        LowestClass = 1,
        LowestClassCoverage = 0.8,
        RarestCategory = 2,
        RarestCategoryRealShare = 0.3,
        RarestCategoryShare = 0.28,
    };

    public static IEnumerable<object[]> Monitors => Implementations.Of<IMonitor>();

    [TestMethod]
    [DynamicData(nameof(Monitors))]
    public void Observe_OfASoundRun_FindsNothing(IMonitor monitor) => AssertNothing(monitor, Histories.Compared(Enumerable.Repeat(Sound, 60)));

    [TestMethod]
    [DynamicData(nameof(Monitors))]
    public void Observe_WithoutComparisons_FindsNothing(IMonitor monitor) => AssertNothing(monitor, Histories.Reports(60, report => report));

    [TestMethod]
    [DynamicData(nameof(Monitors))]
    public void Observe_WithoutHeldOutRowsClassesAndCategories_FindsNothing(IMonitor monitor) =>
        AssertNothing(monitor, Histories.Compared(Enumerable.Repeat(Histories.Samples, 60)));

    [TestMethod]
    [DynamicData(nameof(Monitors))]
    public void Observe_OfOneReport_FindsNothing(IMonitor monitor)
    {
        AssertNothing(monitor, Histories.Of(Histories.Sound(5000)));
        AssertNothing(monitor, Histories.Of(Histories.Sound(5000) with { Samples = Sound }));
    }

    [TestMethod]
    [DynamicData(nameof(Monitors))]
    public void Observe_OfValuesThatAreNotNumbers_IsNoError(IMonitor monitor)
    {
        const double no = double.NaN;
        var samples = new SampleStatistics
        {
            Diversity = no, Coverage = no, Precision = no, DuplicateShare = no, Scale = no, TrainingLogit = no, GeneratedLogit = no,
            HeldOutLogit = no, NearTrainingShare = no, LowestClass = 0, LowestClassCoverage = no, RarestCategory = 0,
            RarestCategoryRealShare = no, RarestCategoryShare = no,
        };
        RunHistory[] histories =
        [
            Histories.Compared(Enumerable.Repeat(samples, 60)),
            Histories.Reports(60, report => report with { Accuracy = no, MeanRealLogit = no, MeanFakeLogit = no, Samples = samples }),
            Histories.Reports(60, report => new(report.Step, no, no, no, no, no, no) { Samples = samples }),
            Histories.Compared(Enumerable.Repeat(Sound, 60)) with { Scores = [new(100, no), new(200, no)] },
        ];

        foreach (var history in histories)
            if (monitor.Asked(history) is { } finding)
                AssertIsFit(finding, history);
    }

    [TestMethod]
    [DynamicData(nameof(Monitors))]
    public void Observe_OfNothing_IsRefused(IMonitor monitor) =>
        Assert.AreEqual("history", Assert.ThrowsExactly<ArgumentNullException>(() => monitor.Observe(null!)).ParamName);

    [TestMethod]
    [DynamicData(nameof(Monitors))]
    public void Reactions_AreNoneUnlessChosen(IMonitor monitor)
    {
        Assert.IsEmpty(monitor.Reactions);

        var property = monitor.GetType().GetProperty(nameof(IMonitor.Reactions))!;
        property.SetValue(monitor, (IReaction[])[new EndRun()]);

        Assert.ContainsSingle(monitor.Reactions);
    }

    private static void AssertNothing(IMonitor monitor, RunHistory history) => Assert.IsNull(monitor.Asked(history));

    private static void AssertIsFit(Finding finding, RunHistory history)
    {
        Assert.AreEqual(history.Latest.Step, finding.Step);
        Assert.IsTrue(finding.Since <= finding.Step, finding.ToString());
        Assert.EndsWith(".", finding.Message);
    }
}
