using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class PlateauMonitorTests
{
    private static readonly PlateauMonitor Monitor = new() { Scorings = 3 };

    [TestMethod]
    public void Observe_AfterScoringsWithoutABest_SaysSinceWhen()
    {
        var finding = Observed(Monitor, 5, 2, 3, 2, 4);

        Assert.IsNotNull(finding);
        Assert.AreEqual((5, 2, false), (finding.Step, finding.Since, finding.IsFatal));
        Assert.AreEqual("The score has not become better than 2, that of step 2, for 3 scorings.", finding.Message);
        Histories.AssertNamesExist(finding.Advice);
    }

    [TestMethod]
    public void Observe_OfScoresThatAreNotFinite_DoesNotTakeThemForTheBest()
    {
        Assert.IsNull(Observed(Monitor, double.NaN, 4, 3, 2));
        Assert.IsNull(Observed(Monitor, double.NaN, double.PositiveInfinity));
        Assert.IsNull(Observed(Monitor with { HigherIsBetter = true }, double.PositiveInfinity, 1, 2, 3));
    }

    [TestMethod]
    public void Observe_AfterFewerScorings_SaysNothing()
    {
        Assert.IsNull(Observed(Monitor, 5, 2, 3, 2));
        Assert.IsNull(Observed(Monitor, 5, 4, 3, 2, 1));
        Assert.IsNull(Observed(Monitor));
    }

    [TestMethod]
    public void Observe_WhereHigherIsBetter_TakesTheHighest()
    {
        Assert.AreEqual(1, Observed(Monitor with { HigherIsBetter = true }, 5, 4, 3, 2)?.Since);
        Assert.IsNull(Observed(Monitor with { HigherIsBetter = true }, 1, 2, 3, 4, 5));
    }

    private static Finding? Observed(PlateauMonitor monitor, params double[] scores) => monitor.Asked(
        new([Histories.Sound(5)], [.. scores.Select((score, i) => new StepScore(i + 1, score))]));
}
