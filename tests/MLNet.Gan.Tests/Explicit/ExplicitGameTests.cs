using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Tabular;


namespace MLNet.Gan.Tests.Explicit;

/// <summary>Gradients by formulas equal those of libtorch's graph, in both players' turns.</summary>
[TestClass]
public sealed class ExplicitGameTests
{
    private static readonly GanOptions Plain = Some.Options with { Architecture = new Mlp { Width = 24, Depth = 3 }, BatchSize = 16, Regularizers = [] };

    // The first layer unfolds patches, the others are convolutions whose channels lie together.
    private static readonly Dcgan Convolutions = new() { Width = 6, LatentSize = 5, LabelSize = 3 };

    public static IEnumerable<object[]> Games =>
        from architecture in (IArchitecture[])
        [
            new Mlp { Width = 24, Depth = 1 }, new Mlp { Width = 24, Depth = 3 }, new Mlp { Width = 24, Depth = 3, IsResidual = true }, Convolutions,
        ]
        from game in (GanOptions[])
        [
            Plain,
            Plain with { Regularizers = [new R1Penalty()] },
            Plain with { Loss = new RelativisticPairingLoss(), Regularizers = [new R1Penalty(), new R2Penalty()] },
            Plain with { Loss = new HingeLoss(), Regularizers = [new R2Penalty { Gamma = 3 }, new LogitDrift()] },
            Plain with { Regularizers = [new FeatureMatching(), new R1Penalty()] },
            Plain with { Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty()], Packing = 2 },
        ]
        from classes in (int[])[0, 3]
        from shape in (SampleShape[])[SampleShape.Vector(2), SampleShape.Image(2, 4, 4), SampleShape.Image(1, 8, 12)]
        where shape.IsImage || architecture is Mlp
        select new object[] { game with { Architecture = architecture, Shape = shape }, classes };

    [TestMethod]
    [DynamicData(nameof(Games))]
    public void Gradients_AreThoseOfTheGraph(GanOptions options, int classes)
    {
        using var scope = NewDisposeScope();
        using var samples = Samples(options, classes);

        AssertSame(Turns(options, samples, isExplicit: false), Turns(options, samples, isExplicit: true));
    }

    [TestMethod]
    [DataRow(1, false)]
    [DataRow(2, false)]
    [DataRow(1, true)]
    [DataRow(2, true)]
    public void Gradients_OfOneSampleOrPack_AreThoseOfTheGraph(int packing, bool areImages)
    {
        using var scope = NewDisposeScope();
        var options = (areImages ? Plain with { Architecture = Convolutions, Shape = SampleShape.Image(1, 8, 12) } : Plain) with
        {
            Loss = new WassersteinLoss(),
            Regularizers = [new WganGpPenalty()],
            BatchSize = packing,
            Packing = packing,
        };
        using var samples = Samples(options, classes: 0);

        AssertSame(Turns(options, samples, isExplicit: false), Turns(options, samples, isExplicit: true));
    }

    [TestMethod]
    public void Gradients_OfTables_AreThoseOfTheGraph()
    {
        using var scope = NewDisposeScope();
        var view = EveryType.View(EveryType.Rows(100));
        var encoding = TableEncoding.Fit(view, Tabular.Tables.Default, seed: 1);
        using var samples = TabularSamples.Read(view, encoding, seed: 1, spill: null, CPU);
        var networks = new TabularNetworks(encoding.Layout) { Width = 24, NoiseSize = 4 };
        var options = TabularGame.Of(new() { BatchSize = 16, Steps = 1 }, networks, samples.Count, samples.Count);

        AssertSame(Turns(options, samples, isExplicit: false), Turns(options, samples, isExplicit: true));
    }

    private static void AssertSame(Result expected, Result found)
    {
        Assert.AreEqual(expected.DiscriminatorLoss, found.DiscriminatorLoss, 1e-4 * Math.Max(1, Math.Abs(expected.DiscriminatorLoss)));
        Assert.AreEqual(expected.GeneratorLoss, found.GeneratorLoss, 1e-4 * Math.Max(1, Math.Abs(expected.GeneratorLoss)));
        AssertClose(expected.Discriminator, found.Discriminator);
        AssertClose(expected.Generator, found.Generator);
        Assert.HasCount(expected.Buffers.Length, found.Buffers);
        if (expected.Buffers.Length > 0)
            AssertClose(expected.Buffers, found.Buffers);
        Assert.IsTrue(found.IsExplicit);
        Assert.IsFalse(expected.IsExplicit);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    public void GeneratorsOfImages_AreWrittenOut(int classes)
    {
        using var scope = NewDisposeScope();
        var options = Plain with { Architecture = Convolutions, Shape = SampleShape.Image(1, 8, 12) };
        using var samples = Samples(options, classes);
        using var random = new Generator(3);
        using var networks = new GanNetworks(options, samples, random, CPU);
        var labels = classes == 0 ? null : tensor(new long[] { 0, 2 });

        var generator = (IExplicitGenerator)networks.Generator.Network;

        Assert.IsNotNull(generator.Explicit(randn(2, 5), labels));
    }

    [TestMethod]
    public void Skips_OfImages_PullWhatAllSamplesShare()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(6);
        var input = randn([4, 2, 3, 3], generator: random);
        var body = new SequentialPass(input, [new RectifiedPass(input.leaky_relu(0.2), 0.2)]);
        var shared = randn([1, 2, 3, 3], generator: random);

        var pulled = new SkipPass(input, body, scale: 0.5).Pull(shared, new(0, 4))!;

        AssertTensor.AreClose(0.5 * shared * (1 + where(input > 0, ones(1), full([1], 0.2))), pulled, 1e-6);
    }

    [TestMethod]
    public void WhatIsNotWrittenOut_KeepsItsGraph()
    {
        using var scope = NewDisposeScope();

        GanOptions[] games =
        [
            Plain with { Regularizers = [new ConsensusPenalty()] },
            Plain with { Regularizers = [new Differentiating()] },
            Plain with { DiscriminatorWeights = new SpectralNormalization() },
            Plain with { MinibatchFeature = new MinibatchStandardDeviation() },
            Plain with { Augmentations = [new InstanceNoise()], AugmentationProbability = 1 },
        ];

        using var samples = Samples(Plain, classes: 0);
        foreach (var game in games)
            Assert.IsFalse(Turns(game, samples, isExplicit: true).IsExplicit, $"{game}");
    }

    private static void AssertClose(double[] expected, double[] found)
    {
        var unit = expected.Max(Math.Abs);
        Assert.IsGreaterThan(0, unit);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], found[i], 1e-4 * unit, $"{i} of {expected.Length}");
    }

    private static SampleSet Samples(GanOptions options, int classes)
    {
        using var random = new Generator(4);
        long[] sizes = [options.BatchSize, .. options.Shape.Dimensions.Select(size => (long)size)];
        return new(
            randn(sizes, generator: random).DetachFromDisposeScope(),
            classes == 0 ? null : [.. Enumerable.Range(0, options.BatchSize).Select(row => (long)row / options.Packing % classes)], classes);
    }

    private static Result Turns(GanOptions options, SampleSet samples, bool isExplicit)
    {
        using var random = new Generator(3);
        using var networks = new GanNetworks(options, samples, random, CPU);
        Stir(networks, random);
        using var controllers = new ControllerRunner(options, CPU);
        var game = new GanObjective(options, networks, controllers, random, isExplicit: isExplicit);
        using var batches = new BatchSampler(options, samples, random);
        var batch = batches.Next(options.BatchSize);

        var weights = networks.Discriminator.Parameters.Values.ToDoubles();
        var ofDiscriminator = game.ForDiscriminator(0, batch);
        ofDiscriminator.Backward();
        var gradients = networks.Discriminator.Parameters.Gradients.ToDoubles();
        CollectionAssert.AreEqual(weights, networks.Discriminator.Parameters.Values.ToDoubles());
        networks.Discriminator.Freeze(true);
        var ofGenerator = game.ForGenerator(0, batch);
        ofGenerator.Backward();
        CollectionAssert.AreEqual(gradients, networks.Discriminator.Parameters.Gradients.ToDoubles());
        return new(
            gradients, networks.Generator.Parameters.Gradients.ToDoubles(), ofDiscriminator.Loss.ToDouble(), ofGenerator.Loss.ToDouble(),
            ofDiscriminator.Behind.Count > 0)
        {
            Buffers = [.. networks.Generator.Network.named_buffers().SelectMany(buffer => buffer.buffer.to(ScalarType.Float64).data<double>().ToArray())],
        };
    }

    /// <summary>Biases begin at 0: then half of what is compared would hold by itself.</summary>
    private static void Stir(GanNetworks networks, Generator random)
    {
        using var _ = no_grad();
        foreach (var values in (Tensor[])[networks.Discriminator.Parameters.Values, networks.Generator.Parameters.Values])
            values.add_(randn(values.shape, generator: random).mul_(0.1f));
    }

    /// <summary>A user's penalty that differentiates logits by the parameters.</summary>
    private sealed record Differentiating : IRegularizer
    {
        public Player Player => Player.Discriminator;

        public int Interval => 1;

        public Needs NeedsIn(Player turn) => Needs.Logits;

        public Tensor Penalty(RegularizerContext context) =>
            autograd.grad([context.Real.Logits.mean()], [context.DiscriminatorParameters[0]], create_graph: true, retain_graph: true)[0].pow(2).sum();
    }

    private sealed record Result(double[] Discriminator, double[] Generator, double DiscriminatorLoss, double GeneratorLoss, bool IsExplicit)
    {
        /// <summary>Running statistics of batch normalization; empty without.</summary>
        public double[] Buffers { get; init; } = [];
    }
}
