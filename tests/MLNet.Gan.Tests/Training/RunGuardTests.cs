using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>What a guard does with findings, report by report.</summary>
[TestClass]
public sealed class RunGuardTests : IDisposable
{
    private readonly SampleSet _samples = Some.Points();
    private readonly Generator _random = new(1);
    private readonly GanNetworks _networks;
    private readonly List<StepReport> _reports = [];
    private readonly List<StepScore> _scores = [];

    public RunGuardTests() => _networks = new(Some.Options, _samples, _random, CPU);

    public void Dispose()
    {
        _networks.Dispose();
        _samples.Dispose();
        _random.Dispose();
    }

    [TestMethod]
    public void Observe_OfAFindingThatLasts_ReportsItOnce()
    {
        using var guard = Guarding(new FindsAt(1, 2, 3, 4));

        CollectionAssert.AreEqual(new[] { 1, 0, 0, 0, 0 }, Counts(guard, [1, 2, 3, 4, 5]));
    }

    [TestMethod]
    public void Observe_OfAFindingThatWasAwayForTenReports_ReportsItAgain()
    {
        using var guard = Guarding(new FindsAt(20, 120, 130, 231));

        // Every 10 steps: away for 100 is no more than ten reports, for 101 it is.
        CollectionAssert.AreEqual(new[] { 1, 0, 0, 1 }, Counts(guard, [20, 120, 130, 231]));
    }

    [TestMethod]
    public void Observe_OfAFindingOfEveryComparison_ReportsItOnce()
    {
        // Comparisons are every 100 steps, but reports at every one: nothing is found between.
        using var guard = new RunGuard(
            new Guard { Monitors = [new FindsAt(100, 200, 300, 400)], Interval = 100 }, Some.Options with { ReportInterval = 1 }, _networks);

        CollectionAssert.AreEqual(new[] { 1, 0, 0, 0, 0, 0, 0 }, Counts(guard, [100, 101, 102, 200, 201, 300, 400]));
    }

    [TestMethod]
    public void Observe_OfTwoMonitorsOfAKind_KeepsThemApart()
    {
        using var guard = Guarding(new FindsAt(1, 2), new FindsAt(2) { Reactions = [new LowerLearningRates()] });

        Assert.HasCount(1, Observe(guard, 1).Findings);
        var (findings, done) = Observe(guard, 2);

        Assert.HasCount(1, findings);
        Assert.IsNotNull(done);
    }

    [TestMethod]
    public void Observe_OfAFindingWithoutReaction_ChangesNothing()
    {
        using var guard = Guarding(new FindsAt(1));

        var (findings, done) = Observe(guard, 1);

        Assert.AreEqual(new Finding(1, "Enough.") { Kind = "FindsAt" }, Assert.ContainsSingle(findings));
        Assert.IsNull(done);
        Assert.AreEqual((new TrainingCorrections(), false), (guard.Corrections, guard.IsOver));
    }

    [TestMethod]
    public void Observe_OfAFindingWithReactions_AppliesThemAndSaysSo()
    {
        using var guard = Guarding(new FindsAt(7) { Reactions = [new LowerLearningRates(), new PausePlayer { Steps = 5 }] });

        var (_, done) = Observe(guard, 7);

        Assert.AreEqual(new TrainingCorrections { LearningRateFactor = 0.5, DiscriminatorPausedUntil = 12 }, guard.Corrections);
        Assert.AreEqual(
            new Intervention(7, "FindsAt", "factor of the learning rates 1 → 0.5, step until which the discriminator pauses 0 → 12", null), done);
    }

    [TestMethod]
    public void Observe_AfterAReaction_BeginsAnewWithTheHistory()
    {
        List<RunHistory> seen = [];
        using var guard = Guarding(new FindsAt(2, 3) { Reactions = [new LowerLearningRates()], Seen = seen.Add });
        _scores.AddRange([new(1, 5), new(3, 4)]);

        CollectionAssert.AreEqual(new[] { 0, 1, 1, 0 }, Counts(guard, [1, 2, 3, 4]));

        CollectionAssert.AreEqual(new[] { "1", "1 2", "3", "4" }, seen.Select(history => Steps(history.Reports)).ToArray());
        CollectionAssert.AreEqual(new[] { 2, 2, 1, 0 }, seen.Select(history => history.Scores.Count).ToArray());
        Assert.AreEqual(0.25, guard.Corrections.LearningRateFactor);
    }

    [TestMethod]
    public void Observe_AfterAReaction_LeavesOtherMonitorsForTheNextReport()
    {
        using var guard = Guarding(new FindsAt(2) { Reactions = [new LowerLearningRates()] }, new Always());

        CollectionAssert.AreEqual(new[] { "Always" }, Kinds(Observe(guard, 1)));
        CollectionAssert.AreEqual(new[] { "FindsAt" }, Kinds(Observe(guard, 2)));
        CollectionAssert.AreEqual(new[] { "Always" }, Kinds(Observe(guard, 3)));
    }

    [TestMethod]
    public void Observe_OfALongRun_ShowsTheLatestReports()
    {
        RunHistory? last = null;
        using var guard = Guarding(new FindsAt { Seen = history => last = history });

        Counts(guard, [.. Enumerable.Range(1, RunHistory.Longest + 3).Select(step => (long)step)]);

        Assert.HasCount(RunHistory.Longest, last!.Reports);
        Assert.AreEqual((4, RunHistory.Longest + 3), (last.Reports[0].Step, last.Latest.Step));
    }

    [TestMethod]
    public void Observe_AfterTheLastReaction_OnlyReports()
    {
        using var guard = Guarding(maximumReactions: 1, new FindsAt(1, 2, 3) { Reactions = [new LowerLearningRates()] });

        Assert.IsNotNull(Observe(guard, 1).Done);
        var (findings, done) = Observe(guard, 2);

        Assert.HasCount(1, findings);
        Assert.IsNull(done);
        Assert.AreEqual((0.5, false), (guard.Corrections.LearningRateFactor, guard.IsOver));
    }

    [TestMethod]
    public void Observe_WithNothingLeftToChange_OnlyReports()
    {
        using var guard = Guarding(new FindsAt(1, 2) { Reactions = [new LowerLearningRates { Least = 0.5 }] });

        Assert.IsNotNull(Observe(guard, 1).Done);
        Assert.IsNull(Observe(guard, 2).Done);
    }

    [TestMethod]
    public void Observe_OfAFatalFindingThatIsAnswered_GoesOn()
    {
        using var guard = Guarding(new FindsAt(1) { IsFatal = true, Reactions = [new LowerLearningRates()] });

        var (findings, done) = Observe(guard, 1);

        Assert.IsFalse(findings.Single().IsFatal);
        Assert.IsNotNull(done);
        Assert.IsFalse(guard.IsOver);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Observe_OfAFatalFindingWithNothingLeft_EndsWhereThereIsABestAndFailsElsewhere(bool hasBest)
    {
        IReaction[][] used = [[new LowerLearningRates { Least = 0.5 }], [new EndRun()], [new RollBack()]];
        foreach (var reactions in used)
        {
            _reports.Clear();
            using var guard = Guarding(maximumReactions: 1, new FindsAt(1, 2) { IsFatal = true, Reactions = reactions });
            Observe(guard, 1, hasBest);
            var (findings, done) = Observe(guard, 2, hasBest);

            Assert.AreEqual(!hasBest, findings.Single().IsFatal, string.Join(' ', reactions.AsEnumerable()));
            Assert.AreEqual(hasBest, guard.IsOver);
            Assert.AreEqual(hasBest, done is not null);
        }
    }

    [TestMethod]
    public void Observe_OfAFatalFindingAfterTheLastReaction_SaysHowManyThereWere()
    {
        using var guard = Guarding(maximumReactions: 2, new FindsAt(1, 2, 3) { IsFatal = true, Reactions = [new LowerLearningRates()] });
        Observe(guard, 1);
        Observe(guard, 2);

        Assert.AreEqual("ended the run after 2 reactions", Observe(guard, 3).Done?.Change);
    }

    [TestMethod]
    public void Observe_OfAFatalFindingWithoutReactions_IsFatal()
    {
        using var guard = Guarding(new FindsAt(1) { IsFatal = true });

        Assert.IsTrue(Observe(guard, 1).Findings.Single().IsFatal);
    }

    [TestMethod]
    public void Observe_WithEndRun_IsOver()
    {
        using var guard = Guarding(new FindsAt(5) { Reactions = [new EndRun()] });

        Assert.AreEqual(new Intervention(5, "FindsAt", "ended the run", null), Observe(guard, 5).Done);
        Assert.IsTrue(guard.IsOver);
    }

    [TestMethod]
    public void Observe_OfTheLastReportThatIsNotDue_FindsButChangesNothing()
    {
        using var guard = Guarding(new FindsAt(5) { Reactions = [new RollBack(), new LowerLearningRates()] });
        var (findings, done) = Observe(guard, 5, isDue: false);

        Assert.HasCount(1, findings);
        Assert.IsNull(done);
        var state = guard.State;
        Assert.AreEqual((new TrainingCorrections(), 0, 0L, false), (state.Corrections, state.Reactions, state.Start, state.IsOver));
        Assert.IsEmpty(state.Seen);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Observe_OfAFatalFindingInTheLastReportThatIsNotDue_ReturnsTheBestIfThereIsOne(bool hasBest)
    {
        using var guard = Guarding(new FindsAt(5) { IsFatal = true, Reactions = [new LowerLearningRates()] });

        var (findings, done) = Observe(guard, 5, hasBest, isDue: false);

        Assert.AreEqual(!hasBest, findings.Single().IsFatal);
        Assert.AreEqual(hasBest, done is not null);
        Assert.AreEqual(new TrainingCorrections(), guard.Corrections);
    }

    private static RunGuard Guarding(Guard guard, GanNetworks networks) => new(guard, Some.Options with { ReportInterval = 10 }, networks);

    private RunGuard Guarding(params IMonitor[] monitors) => Guarding(6, monitors);

    private RunGuard Guarding(int maximumReactions, params IMonitor[] monitors) =>
        Guarding(new Guard { Monitors = monitors, MaximumReactions = maximumReactions, Interval = 10 }, _networks);

    private int[] Counts(RunGuard guard, long[] steps) => [.. steps.Select(step => Observe(guard, step).Findings.Count)];

    private (IReadOnlyList<Finding> Findings, Intervention? Done) Observe(RunGuard guard, long step, bool hasBest = true, bool isDue = true)
    {
        _reports.Add(Histories.Sound(step));
        return guard.Observe(_reports, _scores, hasBest, isDue);
    }

    private static string Steps(IEnumerable<StepReport> reports) => string.Join(' ', reports.Select(report => report.Step));

    private static string[] Kinds((IReadOnlyList<Finding> Findings, Intervention? Done) seen) => [.. seen.Findings.Select(finding => finding.Kind)];

    private sealed record Always : IMonitor
    {
        public Finding? Observe(RunHistory history) => new(history.Latest.Step, "Always.");
    }
}
