using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Checkpoints;

/// <summary>A run that was stopped and resumed ends as if it had not been stopped, bit for bit.</summary>
[TestClass, DoNotParallelize] // Weights of users' modules come from libtorch's global generator.
public sealed class ResumeTests : IDisposable
{
    private const int Steps = 7, Stop = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static IEnumerable<object[]> Runs => SmallRun.All.Append(SmallRun.WithDropout).Select(run => new object[] { run });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Train_ResumedInTheMiddle_IsEqualToAnUninterruptedRun(SmallRun run)
    {
        set_num_threads(1);
        var options = run.Options with { Steps = Steps };
        var whole = Final(run, options, "whole");

        Final(run, options, "parts", stopAt: Stop);
        var resumed = Final(run, options, "parts");

        AssertEqual(whole, resumed);
    }

    [TestMethod]
    public void Train_WithMoreStepsThanBefore_IsEqualToARunOfAsMany()
    {
        var run = new SmallRun("plateau", Some.Options with
        {
            ReportInterval = 3,
            Controllers = [new ReduceLearningRateOnPlateau { Interval = 1, Patience = 1 }],
        });
        var whole = Final(run, run.Options with { Steps = 11 }, "whole");

        Final(run, run.Options with { Steps = 7 }, "parts"); // Its last report is of no interval.
        var resumed = Final(run, run.Options with { Steps = 11 }, "parts");

        AssertEqual(whole, resumed);
        CollectionAssert.AreEqual(new long[] { 3, 6, 9, 11 }, resumed.State.Log.Reports.Select(report => report.Step).ToArray());
    }

    [TestMethod]
    public void Train_WithSnapshots_KeepsThoseOfBefore()
    {
        var run = new SmallRun("snapshots", Some.Options);
        var snapshots = new SnapshotOptions { Interval = 2, Count = 3 };
        var whole = Final(run, run.Options with { Steps = Steps }, "whole", snapshots: snapshots);

        Final(run, run.Options with { Steps = Steps }, "parts", stopAt: Stop, snapshots: snapshots);
        var resumed = Final(run, run.Options with { Steps = Steps }, "parts", snapshots: snapshots);

        AssertEqual(whole, resumed);
        CollectionAssert.AreEqual(new long[] { 2, 4, 6 }, resumed.State.Log.SnapshotSteps.ToArray());
    }

    [TestMethod]
    public void Train_OfAFinishedRunThatGrows_ReturnsTheSameGenerator()
    {
        var run = SmallRun.All.Single(run => run.Name == "IArchitecture: ProgressiveGan");
        var options = run.Options with { Steps = Steps };
        double[] Returned() => Generated(run, options);

        CollectionAssert.AreEqual(Returned(), Returned());
    }

    [TestMethod]
    public void Train_Scored_KeepsTheScoresAndTheBestWeights()
    {
        var run = new SmallRun("scored", Some.Options with { BatchSize = 4 });
        var scoring = new ScoringOptions { Interval = 2, Samples = 8, HoldOut = 0.25 };
        var whole = Final(run, run.Options with { Steps = Steps }, "whole", scoring: scoring);

        Final(run, run.Options with { Steps = 5 }, "parts", scoring: scoring); // Its last score is of no interval.
        var resumed = Final(run, run.Options with { Steps = Steps }, "parts", scoring: scoring);

        CollectionAssert.AreEqual(whole.State.Scorer!.Scores.ToArray(), resumed.State.Scorer!.Scores.ToArray());
        CollectionAssert.AreEqual(new long[] { 2, 4, 6 }, resumed.State.Scorer.Scores.Select(score => score.Step).ToArray());
        AssertEqual(whole, resumed);
    }

    [TestMethod]
    [DataRow(3, 2)]
    [DataRow(4, 2)]
    [DataRow(5, 2)]
    [DataRow(1, 1)]
    public void Train_ThatRolledBack_IsEqualToAnUninterruptedRun(int stop, int foundAt)
    {
        var run = new SmallRun("rolled back", Some.Options with { BatchSize = 4 });
        var options = run.Options with { Steps = Steps };
        var scoring = new ScoringOptions { Interval = 2, Samples = 8 };
        var guard = Reacting(foundAt, 4);
        var whole = Final(run, options, "whole", scoring: scoring, guard: guard);

        Final(run, options, "parts", stop, scoring: scoring, guard: guard);
        var resumed = Final(run, options, "parts", scoring: scoring, guard: guard);

        CollectionAssert.AreEqual(
            new long?[] { 0, 2 }, whole.State.Log.Interventions.Select(done => done.RolledBackTo).ToArray());
        Assert.AreEqual(0.25, whole.State.Guard!.Corrections.LearningRateFactor);
        AssertEqual(whole, resumed);
    }

    [TestMethod]
    public void Train_WithComparisonsAndProtection_IsEqualToAnUninterruptedRun()
    {
        var run = new SmallRun("protected", Some.Options with { LabelColumnName = "Label" }, Classes: 2);
        var options = run.Options with { Steps = 12 };
        var scoring = new ScoringOptions { Interval = 3, Samples = 8 };
        var guard = Guard.Protect with { Interval = 2, Monitors = [.. Guard.Protect.Monitors, new FindsAt(6) { Reactions = [new RollBack(), new RaiseR1Penalty()] }] };
        var whole = Final(run, options, "whole", scoring: scoring, guard: guard, count: 80);

        Final(run, options, "parts", stopAt: 7, scoring: scoring, guard: guard, count: 80);
        var resumed = Final(run, options, "parts", scoring: scoring, guard: guard, count: 80);

        Assert.AreEqual(6, whole.State.Log.Reports.Count(report => report.Samples is not null));
        Assert.IsNotEmpty(whole.State.Log.Interventions);
        AssertEqual(whole, resumed);
    }

    [TestMethod]
    public void Train_WithMoreStepsThanBefore_ForgetsWhatWasFoundInItsLastReport()
    {
        var run = new SmallRun("found at the end", Some.Options with { ReportInterval = 3, Regularizers = [] });
        var guard = Reacting(7);
        var whole = Final(run, run.Options with { Steps = 11 }, "whole", guard: guard);

        var first = Final(run, run.Options with { Steps = 7 }, "parts", guard: guard); // Its last report is of no interval.
        Assert.AreEqual(7, Assert.ContainsSingle(first.State.Log.Findings).Step);
        var resumed = Final(run, run.Options with { Steps = 11 }, "parts", guard: guard);

        Assert.IsEmpty(whole.State.Log.Findings);
        AssertEqual(whole, resumed);
    }

    [TestMethod]
    public void Train_EndedByAReaction_IsOverWhenItIsResumed()
    {
        var run = new SmallRun("ended", Some.Options with { BatchSize = 4 });
        var guard = new Guard { Monitors = [new FindsAt(4) { Reactions = [new EndRun()] }] };
        var scoring = new ScoringOptions { Interval = 2, Samples = 8 };
        var options = run.Options with { Steps = Steps };
        using var first = Final(run, options, "parts", stopAt: 4, scoring: scoring, guard: guard);

        using var second = Final(run, options, "parts", stopAt: 4, scoring: scoring, guard: guard);

        Assert.AreEqual((4L, true), (second.State.Step, second.State.Guard!.IsOver));
        Assert.ContainsSingle(second.State.Log.Interventions);
    }

    [TestMethod]
    public void Train_FromAnEarlierRun_RollsBackToItsNetworks()
    {
        var run = new SmallRun("warm", Some.Options);
        using var earlier = Final(run, run.Options with { Steps = 3 }, "earlier");

        using var later = Final(run, run.Options with { Steps = 1 }, "later", guard: Reacting(1), warmStart: earlier.Path);

        Assert.AreEqual(0, later.State.Log.Interventions.Single().RolledBackTo);
        foreach (var name in (string[])["generator", "discriminator", "average"])
            CollectionAssert.AreEqual(earlier.Tensors[name].bytes.ToArray(), later.Tensors[name].bytes.ToArray(), name);
    }

    /// <summary>A guard that rolls back at given steps.</summary>
    private static Guard Reacting(params long[] steps) =>
        new() { Monitors = [new FindsAt(steps) { Reactions = [new RollBack(), new LowerLearningRates()] }] };

    /// <summary>Trains, and reads the checkpoint of the last step.</summary>
    private Checkpoint Final(SmallRun run, GanOptions options, string name, int? stopAt = null, SnapshotOptions? snapshots = null,
        ScoringOptions? scoring = null, Guard? guard = null, string? warmStart = null, int count = 16)
    {
        set_num_threads(1);
        using var source = new CancellationTokenSource();
        var checkpoints = new CheckpointOptions { Folder = Path.Combine(_folder, name) };
        var ofRun = new RunOptions { Checkpoint = checkpoints, Scoring = scoring, Guard = guard ?? Guard.Watch };
        using (var samples = run.Samples(count))
        using (var start = new RunStart(options, ofRun, warmStart, warning => Assert.Fail(warning)))
        {
            if (scoring is not null)
                samples.HoldOut(count / 4, options.Seed);
            var log = new RunLog(options, TimeProvider.System, _ => { });
            using var trainer = new GanTrainer(
                options with { Average = new StoppingAverage(options.Average, stopAt, source.Cancel) },
                ofRun with { CancellationToken = source.Token, Snapshots = snapshots }, samples, CPU, log);
            using var gan = trainer.Train(start.Begin(trainer, samples));
            Assert.AreEqual(stopAt ?? options.Steps, gan.Run.Steps);
        }

        using var folder = CheckpointFolder.Open(checkpoints);
        var checkpoint = folder.Newest(warning => Assert.Fail(warning));
        Assert.IsNotNull(checkpoint);
        return checkpoint;
    }

    /// <summary>Samples of the generator that a run in the folder returns.</summary>
    private double[] Generated(SmallRun run, GanOptions options)
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        using var samples = run.Samples();
        var checkpoints = new CheckpointOptions { Folder = Path.Combine(_folder, "returned") };
        using var start = new RunStart(options, new() { Checkpoint = checkpoints }, warmStart: null, warning => Assert.Fail(warning));
        using var trainer = new GanTrainer(options, new(), samples, CPU, new RunLog(options, TimeProvider.System, _ => { }));
        using var gan = trainer.Train(start.Begin(trainer, samples));
        using var random = new Generator(1);
        return AssertTensor.Values(gan.Generator.forward(randn([3, options.Architecture.LatentSize], generator: random), null));
    }

    private static void AssertEqual(Checkpoint expected, Checkpoint found)
    {
        using (expected)
        using (found)
        {
            CollectionAssert.AreEquivalent(expected.Tensors.Keys.ToArray(), found.Tensors.Keys.ToArray());
            foreach (var (name, tensor) in expected.Tensors)
                CollectionAssert.AreEqual(tensor.bytes.ToArray(), found.Tensors[name].bytes.ToArray(), name);
            Assert.AreEqual(Text(expected.State), Text(found.State));
        }
    }

    private static string Text(CheckpointState state) => string.Join('\n',
    [
        (state with { Scorer = null }).ToString().Replace(state.Log.ToString(), "", StringComparison.Ordinal),
        .. state.Log.Reports.Select(report => report.ToString()), .. state.Log.Findings.Select(finding => finding.ToString()),
        .. state.Log.Interventions.Select(done => done.ToString()), .. state.Guard!.Seen.Select(seen => seen.ToString()).Order(StringComparer.Ordinal),
        .. state.Guard.Retreats.Select(retreat => $"{retreat.Step} {string.Join(' ', retreat.Updates)}"),
        .. state.Controllers.LastAdjustments.Select(sums => sums.ToString()),
    ]);

    /// <summary>An average that cancels the run after a step.</summary>
    private sealed record StoppingAverage(IWeightAverage Inner, int? Step, Action Cancel) : IWeightAverage
    {
        public IWeightAverageState CreateState(Tensor average) => new State(Inner.CreateState(average), Step, Cancel);

        private sealed class State(IWeightAverageState inner, int? stop, Action cancel) : IWeightAverageState
        {
            public IReadOnlyList<Tensor> StateTensors => inner.StateTensors;

            public void Update(Tensor current, long step, int batchSize)
            {
                inner.Update(current, step, batchSize);
                if (step + 1 == stop)
                    cancel();
            }

            public void Dispose() => inner.Dispose();
        }
    }
}
