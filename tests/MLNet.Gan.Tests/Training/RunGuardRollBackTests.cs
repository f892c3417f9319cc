using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>To which networks a guard rolls back.</summary>
[TestClass]
public sealed class RunGuardRollBackTests : IDisposable
{
    private readonly SampleSet _samples = Some.Points();
    private readonly Generator _random = new(1);
    private readonly GanNetworks _networks;
    private readonly List<StepReport> _reports = [];
    private readonly List<StepScore> _scores = [];

    public RunGuardRollBackTests() => _networks = new(Some.Options, _samples, _random, CPU);

    public void Dispose()
    {
        _networks.Dispose();
        _samples.Dispose();
        _random.Dispose();
    }

    [TestMethod]
    public void Observe_WithARollBack_RestoresWhatWasKeptLast()
    {
        using var guard = Guarding(new FindsAt(5) { Reactions = [new RollBack(), new LowerLearningRates()] });
        _networks.Generator.Parameters.Values.fill_(2);
        guard.KeepBest(4);
        _networks.Generator.Parameters.Values.fill_(float.NaN);

        var (_, done) = Observe(guard, 5);

        Assert.AreEqual(4, done?.RolledBackTo);
        Assert.IsTrue(AssertTensor.Values(_networks.Generator.Parameters.Values).All(value => value == 2));
    }

    [TestMethod]
    [DataRow(4, 0)]
    [DataRow(5, 4)]
    public void Observe_WithARollBack_GoesToTheStartWhereTheBestWasFailingAlready(int since, int expected)
    {
        using var guard = Guarding(new FindsAt(5) { Since = since, Reactions = [new RollBack(), new LowerLearningRates()] });
        var start = AssertTensor.Values(_networks.Generator.Parameters.Values);
        _networks.Generator.Parameters.Values.fill_(2);
        guard.KeepBest(4);
        _networks.Generator.Parameters.Values.fill_(3);

        Assert.AreEqual(expected, Observe(guard, 5).Done?.RolledBackTo);
        CollectionAssert.AreEqual(
            expected == 0 ? start : Array.ConvertAll(start, _ => 2.0), AssertTensor.Values(_networks.Generator.Parameters.Values));
    }

    [TestMethod]
    [DataRow(9, 6, DisplayName = "before the finding")]
    [DataRow(6, 4, DisplayName = "the newest was failing")]
    [DataRow(4, 0, DisplayName = "both were failing")]
    public void Observe_WithARollBack_GoesToTheLatestOfTheBestBeforeTheFinding(int since, int expected)
    {
        using var guard = Guarding(new FindsAt(9) { Since = since, Reactions = [new RollBack(), new LowerLearningRates()] });
        foreach (var step in (int[])[2, 4, 6])
            Keep(guard, step);

        Assert.AreEqual(expected, Observe(guard, 9).Done?.RolledBackTo);
        if (expected > 0)
            Assert.IsTrue(AssertTensor.Values(_networks.Generator.Parameters.Values).All(value => value == expected));
    }

    [TestMethod]
    public void Observe_WithASecondRollBack_DoesNotGoToNetworksThatWereFailing()
    {
        using var guard = Guarding(
            new FindsAt(5) { Since = 4, Reactions = [new RollBack(), new LowerLearningRates()] },
            new FindsAt(9) { Since = 9, Reactions = [new RollBack(), new LowerLearningRates()] });
        Keep(guard, 4);

        Assert.AreEqual(0, Observe(guard, 5).Done?.RolledBackTo);
        Assert.AreEqual(0, Observe(guard, 9).Done?.RolledBackTo);
    }

    /// <summary>Keeps networks whose weights are the step.</summary>
    private void Keep(RunGuard guard, int step)
    {
        _networks.Generator.Parameters.Values.fill_(step);
        guard.KeepBest(step);
    }

    private static RunGuard Guarding(Guard guard, GanNetworks networks) => new(guard, Some.Options with { ReportInterval = 10 }, networks);

    private RunGuard Guarding(params IMonitor[] monitors) => Guarding(6, monitors);

    private RunGuard Guarding(int maximumReactions, params IMonitor[] monitors) =>
        Guarding(new Guard { Monitors = monitors, MaximumReactions = maximumReactions, Interval = 10 }, _networks);

    private (IReadOnlyList<Finding> Findings, Intervention? Done) Observe(RunGuard guard, long step, bool hasBest = true, bool isDue = true)
    {
        _reports.Add(Histories.Sound(step));
        return guard.Observe(_reports, _scores, hasBest, isDue);
    }

    private sealed record Always : IMonitor
    {
        public Finding? Observe(RunHistory history) => new(history.Latest.Step, "Always.");
    }
}
