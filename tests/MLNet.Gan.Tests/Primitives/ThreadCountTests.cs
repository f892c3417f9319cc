using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Primitives;

/// <summary>The number of CPU threads is the calling thread's own. Nothing else may set it meanwhile.</summary>
[TestClass, DoNotParallelize]
public sealed class ThreadCountTests
{
    // So many numbers are summed up in parts, one a thread: another number of threads gives other bits.
    private static readonly GanOptions Options = TestData.Options with
    {
        Architecture = new Mlp { Width = 256, LatentSize = 4 },
        GeneratorOptimizer = new Sgd { LearningRate = 1e-3 },
        GeneratorUpdateHooks = [new SumRule()],
        ReportInterval = 1,
        Steps = 6,
    };

    [TestMethod]
    public void Test_RunsOnOneThread() => Assert.AreEqual(1, get_num_threads());

    [TestMethod]
    public void For_WhileItLives_SetsTheNumberAndThenPutsItBack()
    {
        set_num_threads(3);
        using (ThreadCount.For(SampleShape.Vector(2), wanted: 2))
            Assert.AreEqual(2, get_num_threads());
        Assert.AreEqual(3, get_num_threads());
        using (ThreadCount.For(SampleShape.Vector(2), wanted: null))
            Assert.AreEqual(1, get_num_threads());
        using (ThreadCount.For(SampleShape.Image(1, 8, 8), wanted: null))
            Assert.AreEqual(Environment.ProcessorCount, get_num_threads());
    }

    [TestMethod]
    public void Fit_TwiceAtOnce_DisturbsNeitherTheOtherNorTheCallers()
    {
        using var meeting = new Barrier(2);
        var (one, two) = (new Caller(Own: 3, Threads: 1), new Caller(Own: 5, Threads: 2));
        one.Fit();
        two.Fit();
        var (aloneOne, aloneTwo) = (one.Weights, two.Weights);
        CollectionAssert.AreNotEqual(aloneOne, aloneTwo, "Were the number of threads without effect, nothing would be tested.");

        // Both meet at every report, so each trains on while the other's number is set, and one ends before the other.
        one = one with { Meeting = meeting, Steps = 4 };
        var shorter = new Caller(Own: 3, Threads: 1) { Steps = 4 };
        shorter.Fit();
        two = two with { Meeting = meeting };
        OwnThreads.Run(2, i => (i == 0 ? one : two).Fit());

        CollectionAssert.AreEqual(shorter.Weights, one.Weights);
        CollectionAssert.AreEqual(aloneTwo, two.Weights);
        foreach (var caller in new[] { one, two })
        {
            Assert.AreEqual(caller.Own, caller.After);
            Assert.IsTrue(caller.Seen.TrueForAll(seen => seen == caller.Threads), string.Join(' ', caller.Seen));
        }
    }

    /// <summary>Moves all parameters by the last digits of their sum.</summary>
    private sealed record SumRule : IUpdateHook
    {
        public void Before(Tensor parameters, Tensor gradient) => gradient.add_((parameters.sum() * 1e6).sin());
    }

    /// <summary>A thread with a number of its own that fits.</summary>
    private sealed record Caller(int Own, int Threads) : IProgress<TrainingProgress>
    {
        public Barrier? Meeting { get; init; }

        public int Steps { get; init; } = Options.Steps;

        public List<int> Seen { get; } = [];

        public float[] Weights { get; private set; } = [];

        public int After { get; private set; }

        public Caller Fit()
        {
            _ = get_num_threads(); // A new thread takes over the number that any thread set last when it first reads its own.
            set_num_threads(Own);
            using var model = new MLContext(seed: 1).Gan.Trainers.Gan(Options with { Steps = Steps }, new() { Threads = Threads, Progress = this })
                .Fit(TestData.Points(10));
            After = get_num_threads();
            Weights = [.. TestData.Read(model.Generate(20)).SelectMany(sample => sample)];
            return this;
        }

        public void Report(TrainingProgress value)
        {
            Seen.Add(get_num_threads());
            if (Meeting?.SignalAndWait(TimeSpan.FromMinutes(2)) == false)
                throw new TimeoutException("The other fit did not come to its report.");
            if (value.Step == Steps)
                Meeting?.RemoveParticipant();
        }
    }
}
