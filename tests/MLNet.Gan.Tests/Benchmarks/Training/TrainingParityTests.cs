using System.Runtime.InteropServices;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Benchmarks.Training;
using MLNet.Gan.Benchmarks.Training.Eager;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Benchmarks.Training;

/// <summary>
/// What is raced is the same training: from equal weights, with equal chance, ours, the plain loop of TorchSharp and
/// peers/training.py come to equal losses and weights. The last needs python3-torch, which build.sh installs.
/// </summary>
[TestClass]
public sealed class TrainingParityTests
{
    private const int Steps = 3;
    private const double Tolerance = 1e-4;

    // Batch normalization takes away what a bias in front of it does: its gradient is rounding, which Adam's own 1e-8
    // would make whole steps of.
    private const double Epsilon = 1e-4;

    public static IEnumerable<object[]> Cases =>
        TrainingCases.All.Select(one => new object[] { one.Network, one.Game });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ThreeSteps_ComeToTheLossesAndWeightsOfPyTorch(string network, string game)
    {
        using var scope = NewDisposeScope();
        var options = Options(network, game);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, MemoryMarshal.AsBytes<float>(Beginning(options)));
            using var peer = Peer.Start("training.py", network, game, "1", $"{Steps}");
            if (peer is null)
                Assert.Inconclusive("python3-torch is not installed.");

            var theirs = peer.AskFloats($"replay {file} {Epsilon}");

            AssertOursAre(theirs, options);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ThreeSteps_ComeToTheLossesAndWeightsOfAPlainLoopOfTorchSharp(string network, string game)
    {
        using var scope = NewDisposeScope();
        var options = Options(network, game);
        var eager = EagerNetwork.Find(network);
        var chance = new ReplayedNumbers(eager, Beginning(options));
        var training = new EagerTraining(eager, game, chance, Epsilon);
        using (no_grad())
            foreach (var weight in training.State)
                weight.copy_(chance.Take(weight.shape));

        var losses = Enumerable.Range(0, Steps).SelectMany(_ => Both(training.Step())).ToArray();

        Assert.AreEqual(0, chance.Left);
        AssertOursAre([.. losses, .. training.State.SelectMany(Floats)], options);
    }

    private static GanOptions Options(string network, string game) => TrainingCases.Find(network, game).Options with
    {
        Steps = Steps,
        ReportInterval = 1,
        Optimizer = new Adam { Epsilon = Epsilon },
    };

    private static float[] Both((Tensor Discriminator, Tensor Generator) losses) =>
        [.. Floats(losses.Discriminator), .. Floats(losses.Generator)];

    private static void AssertOursAre(float[] theirs, GanOptions options)
    {
        var (losses, weights) = Ours(options);
        AreClose(theirs[..losses.Length], losses, "losses");
        AreClose(theirs[losses.Length..], weights, "weights");
    }

    /// <summary>The networks as they begin, and then all chance of the run, in the order in which it is drawn.</summary>
    private static float[] Beginning(GanOptions options)
    {
        using var samples = Data(options);
        using var random = new Generator((ulong)options.Seed);
        using var players = new GanNetworks(options, samples, random, CPU);
        List<float> all =
            [.. Floats(players.Generator.Parameters.State), .. Floats(players.Discriminator.Parameters.State)];
        var rows = samples.Rows(options.Seed, balanced: false).GetEnumerator();
        for (var step = 0; step < options.Steps; step++)
        {
            for (var update = 0; update < options.DiscriminatorSteps; update++)
            {
                all.AddRange(Floats(samples[[.. Enumerable.Range(0, options.BatchSize).Select(_ => Next(rows))]].Samples));
                all.AddRange(Latents());
                if (options.Regularizers is [WganGpPenalty])
                    all.AddRange(Floats(rand([options.BatchSize, 1], generator: random)));
            }

            all.AddRange(Latents());
        }

        return [.. all];

        float[] Latents() => Floats(randn([options.BatchSize, options.Architecture.LatentSize], generator: random));
    }

    private static (float[] Losses, float[] Weights) Ours(GanOptions options)
    {
        var watched = new Watched(options.Architecture);
        var (losses, weights) = (new List<float>(), Array.Empty<float>());
        Trained.Run(options with
        {
            Architecture = watched,
            Average = new ExponentialMovingAverage { Decay = 0 },
        }, samples: Data(options), monitors: [new SpyMonitor(report =>
            {
                losses.AddRange([(float)report.DiscriminatorLoss, (float)report.GeneratorLoss]);
                weights = [.. State(watched.Generator!), .. State(watched.Discriminator!)];
            })]);
        return ([.. losses], weights);
    }

    private static SampleSet Data(GanOptions options) => new(
        randn([1024, .. options.Shape.Dimensions.Select(size => (long)size)], generator: new Generator(9))
            .DetachFromDisposeScope());

    private static float[] State(nn.Module network) => [.. network.parameters().Concat(network.buffers()).SelectMany(Floats)];

    private static float[] Floats(Tensor tensor) => tensor.detach().reshape(-1).data<float>().ToArray();

    private static long Next(IEnumerator<long> rows) => rows.MoveNext() ? rows.Current : throw new InvalidOperationException();

    private static void AreClose(float[] expected, float[] actual, string what)
    {
        Assert.HasCount(expected.Length, actual, what);
        var (place, most) = expected.Zip(actual, (one, other) => Math.Abs((double)one - other)).Index().MaxBy(gap => gap.Item);
        Assert.IsTrue(most < Tolerance, $"{what}: {expected[place]} became {actual[place]} at place {place}.");
    }

    /// <summary>The trained networks of another architecture, in sight.</summary>
    private sealed class Watched(IArchitecture inner) : IArchitecture
    {
        public nn.Module? Generator { get; private set; }

        public nn.Module? Discriminator { get; private set; }

        public int LatentSize => inner.LatentSize;

        public bool IsBounded(SampleShape shape) => inner.IsBounded(shape);

        public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
        {
            var made = inner.CreateGenerator(spec);
            Generator ??= made; // The second one takes the average.
            return made;
        }

        public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec)
        {
            var made = inner.CreateDiscriminator(spec);
            Discriminator = made;
            return made;
        }
    }
}
