using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class RunHistoryTests
{
    private static readonly IReadOnlyList<StepReport> Reports =
        [.. ((double[])[1, 5, 1, 5, 5, 5]).Select((loss, i) => Histories.Sound(10 * (i + 1)) with { GeneratorLoss = loss })];

    [TestMethod]
    public void Since_OfReportsAtTheEnd_IsTheFirstOfThem() =>
        Assert.AreEqual(40, RunHistory.Since(Reports, 3, report => report.GeneratorLoss > 1));

    [TestMethod]
    public void Since_OfTooFew_IsNone()
    {
        Assert.IsNull(RunHistory.Since(Reports, 4, report => report.GeneratorLoss > 1));
        Assert.IsNull(RunHistory.Since(Reports, 1, report => report.GeneratorLoss < 5));
        Assert.IsNull(RunHistory.Since([], 1, _ => true));
    }

    [TestMethod]
    public void Compared_AreThoseWithSamples()
    {
        var history = Histories.Of(Histories.Sound(1), Histories.Sound(2) with { Samples = Histories.Samples }, Histories.Sound(3));

        Assert.AreEqual(2, Assert.ContainsSingle(history.Compared).Step);
        Assert.AreEqual(3, history.Latest.Step);
    }

    [TestMethod]
    public void Median_IsTheUpperMiddle()
    {
        Assert.AreEqual(2, RunHistory.Median([3, 1, 2]));
        Assert.AreEqual(3, RunHistory.Median([4, 1, 3, 2]));
        Assert.IsTrue(double.IsNaN(RunHistory.Median([])));
    }
}
