using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>Runs that watch themselves, as a user meets them.</summary>
[TestClass]
public sealed class GanEstimatorGuardTests : IDisposable
{
    private static readonly GanOptions Options = TestData.Options with { Steps = 6, ReportInterval = 1 };
    private static readonly ScoringOptions Scoring = new() { Interval = 2, Samples = 20 };

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly MLContext _context = new(seed: 1);

    private CheckpointOptions Checkpoint => new() { Folder = Path.Combine(_folder, "run") };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Fit_ThatFailed_KeepsTheBestScoredModel()
    {
        var failed = Assert.ThrowsExactly<TrainingFailedException>(
            () => Fit(Options, new() { Scoring = Scoring, Guard = Finding(new FindsAt(5) { IsFatal = true }) }));

        using var model = failed.Model;
        var best = failed.Run!.Scores.MinBy(score => score.Value)!;
        CollectionAssert.AreEqual(new long[] { 2, 4 }, failed.Run.Scores.Select(score => score.Step).ToArray());
        Assert.AreEqual((best.Step, best.Step), (failed.Run.ReturnedStep, model!.Run!.ReturnedStep));
        Assert.HasCount(7, TestData.Read(model.Generate(7)));
        using var whole = Fit(Options with { Steps = (int)best.Step }, new() { Scoring = Scoring with { ReturnsBest = false }, Guard = Guard.Off });
        TestData.AssertSame(TestData.Read(whole.Generate(7)), TestData.Read(model.Generate(7)));
    }

    [TestMethod]
    public void Fit_ThatFailedAtItsFirstReport_HasTheRunAlone()
    {
        var failed = Assert.ThrowsExactly<TrainingFailedException>(() => Fit(
            Options, new() { Scoring = null, Guard = Finding(new FindsAt(1) { IsFatal = true }) }));

        Assert.IsNull(failed.Model);
        Assert.HasCount(1, failed.Run!.Reports);
    }

    [TestMethod]
    public void Fit_ThatFailedWithoutAScore_HasTheAverageOfTheReportBefore()
    {
        var failed = Assert.ThrowsExactly<TrainingFailedException>(() => Fit(
            Options, new() { Scoring = null, Guard = Finding(new FindsAt(3) { IsFatal = true }) }));

        using var model = failed.Model;
        Assert.AreEqual((2L, 2L), (failed.Run!.ReturnedStep, model!.Run!.ReturnedStep));
        using var whole = Fit(Options with { Steps = 2 }, new() { Scoring = null, Guard = Guard.Off });
        TestData.AssertSame(TestData.Read(whole.Generate(7)), TestData.Read(model.Generate(7)));
    }

    [TestMethod]
    public void Fit_ThatAnExceptionOfTheUsersEnded_KeepsTheBestAndTheCause()
    {
        var failed = Assert.ThrowsExactly<TrainingFailedException>(() => Fit(Options, new()
        {
            Scoring = Scoring, Checkpoint = Checkpoint with { Interval = 1 },
            Guard = Finding(new FindsAt { Seen = history => _ = history.Latest.Step < 5 ? 0 : throw new FormatException("My own.") }),
        }));

        using var model = failed.Model;
        Assert.AreEqual("Training stopped at step 5: FormatException: My own.", failed.Message);
        Assert.IsInstanceOfType<FormatException>(failed.InnerException);
        Assert.AreEqual(failed.Run!.Scores.MinBy(score => score.Value)!.Step, model!.Run!.ReturnedStep);
        Assert.AreEqual(("Exception", 5), (failed.Run.Findings[^1].Kind, failed.Run.Findings[^1].Step));
        Assert.EndsWith("step-0000000004.safetensors", failed.Run.CheckpointPath!);
        Assert.Contains("Failed at step 5", model.Report("failed").ToMarkdown());
    }

    [TestMethod]
    public void Fit_ThatAnExceptionEndedBeforeItHadAGenerator_ThrowsIt() => Assert.ThrowsExactly<FormatException>(() => Fit(Options, new()
    {
        Scoring = Scoring, Guard = Finding(new FindsAt { Seen = _ => throw new FormatException("My own.") }),
    }));

    [TestMethod]
    public void Fit_WithAProgressThatCannotWrite_WarnsOnceAndTrainsOn()
    {
        List<string> messages = [];
        _context.Log += (_, log) => messages.Add(log.RawMessage);
        var calls = 0;

        using var model = Fit(Options, new()
        {
            Progress = new SynchronousProgress<TrainingProgress>(_ => throw new IOException($"No space {++calls}.")),
        });

        Assert.AreEqual((6L, 1), (model.Run!.Steps, calls));
        Assert.ContainsSingle(message => message.EndsWith("failed at step 1, and is not called again: No space 1.", StringComparison.Ordinal), messages);
    }

    [TestMethod]
    public void Fit_ThatFailedWithNaN_NamesACheckpointFromBefore()
    {
        // The loss is NaN in the third step, and reported at the sixth.
        var (isFaulty, updates) = (false, 0);
        var failed = Assert.ThrowsExactly<TrainingFailedException>(() => Fit(
            Options with { Loss = new FaultyLoss(() => isFaulty), ReportInterval = 6, Average = new Begun(() => isFaulty = ++updates == 2) },
            new() { Scoring = null, Checkpoint = Checkpoint with { Interval = 1 } }));

        Assert.AreEqual((6L, "Divergence"), (failed.Finding.Step, failed.Finding.Kind));
        Assert.EndsWith("step-0000000002.safetensors", failed.Run!.CheckpointPath!);
    }

    [TestMethod]
    public void Fit_ThatFailedWithSamplesThatWereNeverFinite_HasNoModel()
    {
        // The weights are NaN from step 2 on, which is scored, and reported at step 3.
        var (isFaulty, begun) = (false, false);
        var failed = Assert.ThrowsExactly<TrainingFailedException>(() => Fit(
            Options with { Loss = new FaultyLoss(() => isFaulty), ReportInterval = 3, Average = new Begun(() => (isFaulty, begun) = (!begun, true)) },
            new() { Scoring = Scoring }));

        Assert.AreEqual((3L, "Divergence"), (failed.Finding.Step, failed.Finding.Kind));
        Assert.IsNull(failed.Model);
        Assert.AreEqual(double.PositiveInfinity, failed.Run!.Scores[0].Value);
    }

    [TestMethod]
    public void Fit_Protected_ComesBackFromANaNAndSaysSo()
    {
        List<LoggingEventArgs> messages = [];
        _context.Log += (_, message) => messages.Add(message);
        var isFaulty = false;

        using var model = Fit(Options with { Steps = 12, Loss = new FaultyLoss(() => isFaulty) }, new()
        {
            Scoring = Scoring,
            Guard = Guard.Protect,
            Progress = new SynchronousProgress<TrainingProgress>(progress => isFaulty = progress.Step == 5),
        });

        var run = model.Run!;
        var done = Assert.ContainsSingle(run.Interventions);
        Assert.AreEqual((6L, "Divergence"), (done.Step, done.Kind));
        Assert.AreEqual("factor of the learning rates 1 → 0.3, γ of the added R1 penalty 0 → 0.3", done.Change);
        Assert.IsTrue(done.RolledBackTo is 2 or 4);
        var finding = Assert.ContainsSingle(run.Findings);
        Assert.AreEqual((6L, "Divergence", false), (finding.Step, finding.Kind, finding.IsFatal));
        Assert.AreEqual(12, run.Steps);
        Assert.IsTrue(TestData.Read(model.Generate(5)).TrueForAll(sample => Array.TrueForAll(sample, float.IsFinite)));
        CollectionAssert.IsSubsetOf(
            new[] { finding.ToString(), done.ToString() },
            messages.Where(message => message.Kind == ChannelMessageKind.Warning).Select(message => message.RawMessage).ToArray());
        Assert.Contains($"Reaction to Divergence: {done.What}.", model.Report("protected").ToMarkdown());
    }

    [TestMethod]
    public void Fit_WithProgress_ShowsFindingsWithTheirReport()
    {
        List<TrainingProgress> seen = [];
        var run = new RunOptions
        {
            Guard = Finding(new FindsAt(2)), Progress = new SynchronousProgress<TrainingProgress>(seen.Add),
        };

        using var model = Fit(Options with { Steps = 3 }, run);

        CollectionAssert.AreEqual(new[] { 0, 1, 0 }, seen.Select(progress => progress.Findings.Count).ToArray());
        Assert.AreEqual(model.Run!.Findings.Single(), seen[1].Findings[0]);
    }

    [TestMethod]
    public void Fit_WithARollBackThatChangesNothing_IsRefused() => Assert.AreEqual(
        "The reactions of DivergenceMonitor are RollBack alone, with which the same settings would fail again. Add a change, such as "
            + "LowerLearningRates.",
        Assert.ThrowsExactly<InvalidOperationException>(() => Fit(
            Options, new() { Scoring = Scoring, Guard = Finding(new DivergenceMonitor { Reactions = [new RollBack()] }) })).Message);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Fit_WithReactionsThatNeedScoresButNoScoring_IsRefused(bool rollsBack)
    {
        IReaction reaction = rollsBack ? new RollBack() : new EndRun();
        var isRead = false;
        var rows = _context.Data.LoadFromEnumerable(TestData.Rows(20).Select(row => { isRead = true; return row; }));

        var e = Assert.ThrowsExactly<InvalidOperationException>(() => _context.Gan.Trainers.Gan(
            Options, new() { Scoring = null, Guard = Finding(new DivergenceMonitor { Reactions = [reaction, new LowerLearningRates()] }) }).Fit(rows));

        Assert.AreEqual(
            "The Guard has reactions that go back to the best score, but Scoring is null. Set it, or use reactions that do not roll back or "
                + "end the run.", e.Message);
        Assert.IsFalse(isRead);
    }

    [TestMethod]
    public void Fit_WithReactionsThatNeedNoScores_NeedsNoScoring()
    {
        using var model = Fit(
            Options, new() { Scoring = null, Guard = Finding(new FindsAt(2) { Reactions = [new LowerLearningRates()] }) });

        Assert.ContainsSingle(model.Run!.Interventions);
        Assert.AreEqual(0.5, model.Run.Reports[^1].Corrections.LearningRateFactor);
    }

    [TestMethod]
    public void Fit_ResumedWithAnotherGuardThatReacts_IsRefusedWithTheDifference()
    {
        var run = new RunOptions { Checkpoint = Checkpoint, Scoring = Scoring, Guard = Guard.Protect };
        Fit(Options with { Steps = 2 }, run).Dispose();

        AssertRefused(run with { Guard = Guard.Protect with { MaximumReactions = 2 } }, "Guard.MaximumReactions was 6, and is 2");
        AssertRefused(run with { Guard = Guard.Protect with { Interval = 7 } }, $"Guard.Interval was {Guard.Protect.Interval}, and is 7");
        AssertRefused(
            run with { Guard = Guard.Protect with { Monitors = [new ModeCollapseMonitor { Reactions = [new RollBack(), new RaiseR1Penalty()] }] } },
            "Guard.0.ModeCollapseMonitor was unknown, and is ");
        AssertRefused(run with { Guard = Guard.Watch }, "is of another run: Guard was on, and is none that reacts. Train");
        using var resumed = Fit(Options, run);
        Assert.AreEqual(2, resumed.Run!.ResumedAt);

        void AssertRefused(RunOptions other, string difference) =>
            Assert.Contains(difference, Assert.ThrowsExactly<InvalidOperationException>(() => Fit(Options, other)).Message);
    }

    [TestMethod]
    public void Fit_ResumedWithAnotherGuardThatOnlyWatches_GoesOn()
    {
        Fit(Options with { Steps = 2 }, new() { Checkpoint = Checkpoint }).Dispose();

        using var resumed = Fit(Options, new() { Checkpoint = Checkpoint, Guard = Guard.Off });

        Assert.AreEqual(2, resumed.Run!.ResumedAt);
    }

    [TestMethod]
    public void Fit_OfFewRowsForAThousandSteps_IsScoredByDefault()
    {
        using var model = _context.Gan.Trainers.Gan(TestData.Options with { Steps = 1000, BatchSize = 2 }).Fit(TestData.Points(4));

        CollectionAssert.AreEqual(new long[] { 500, 1000 }, model.Run!.Scores.Select(score => score.Step).ToArray());
        Assert.IsTrue(model.Run.Scores.All(score => double.IsFinite(score.Value)));
    }

    private static Guard Finding(IMonitor monitor) => new() { Monitors = [monitor] };

    private GanTransformer Fit(GanOptions options, RunOptions run) => _context.Gan.Trainers.Gan(options, run).Fit(TestData.Points(20));

    /// <summary>An average that tells when a step is over.</summary>
    private sealed record Begun(Action Stepped) : IWeightAverage
    {
        public IWeightAverageState CreateState(Tensor average) => new State(new ExponentialMovingAverage { Decay = 0 }.CreateState(average), Stepped);

        private sealed class State(IWeightAverageState inner, Action stepped) : IWeightAverageState
        {
            public IReadOnlyList<Tensor> StateTensors => inner.StateTensors;

            public void Update(Tensor current, long step, int batchSize)
            {
                inner.Update(current, step, batchSize);
                stepped();
            }

            public void Dispose() => inner.Dispose();
        }
    }
}
