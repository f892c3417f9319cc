using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Checkpoints;

/// <summary>A run that was stopped and resumed ends as if it had not been stopped, bit for bit.</summary>
[TestClass, DoNotParallelize] // Weights of users' modules come from libtorch's global generator.
public sealed class ResumeTests : IDisposable
{
    private const int Steps = 7, Stop = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static SmallRun WithDropout => new("Dropout and batch norm of TorchSharp", Some.Options with
    {
        Regularizers = [],
        ReportInterval = 5,
        Architecture = Architecture.Of(
            4, spec => nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, spec.Shape.Size)),
            spec => nn.Sequential(nn.Linear(spec.Shape.Size, 8), nn.Dropout(0.5), nn.LeakyReLU(0.2), nn.Linear(8, 1))),
    });

    public static IEnumerable<object[]> Runs => SmallRun.All.Append(WithDropout).Select(run => new object[] { run });

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

    /// <summary>Trains, and reads the checkpoint of the last step.</summary>
    private Checkpoint Final(SmallRun run, GanOptions options, string name, int? stopAt = null, SnapshotOptions? snapshots = null,
        ScoringOptions? scoring = null)
    {
        using var source = new CancellationTokenSource();
        var checkpoints = new CheckpointOptions { Folder = Path.Combine(_folder, name) };
        using (var samples = run.Samples())
        using (var start = new RunStart(options, new() { Checkpoint = checkpoints, Scoring = scoring }, warmStart: null, warning => Assert.Fail(warning)))
        {
            if (scoring is not null)
                samples.HoldOut(4, options.Seed);
            var log = new RunLog(options, TimeProvider.System, _ => { });
            using var trainer = new GanTrainer(
                options with { Average = new StoppingAverage(options.Average, stopAt, source.Cancel) },
                new() { CancellationToken = source.Token, Snapshots = snapshots, Scoring = scoring }, samples, CPU, log);
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
