using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class ProgressiveGanTests
{
    private static readonly SampleShape Shape = SampleShape.Image(1, 16, 16);
    private static readonly ProgressiveGan Small = new() { LatentSize = 3, Width = 4, Doublings = 1, LabelSize = 6 };

    [TestMethod]
    [DataRow(1, 8, 8)]
    [DataRow(3, 16, 32, DisplayName = "Not square: begins at 4 × 8")]
    [DataRow(3, 32, 32)]
    public void Networks_FitTheShapeInEveryPhase(int channels, int height, int width)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Image(channels, height, width));
        using var generator = Small.CreateGenerator(spec);
        using var discriminator = Small.CreateDiscriminator(spec);

        foreach (var phase in Phases(int.Log2(Math.Min(height, width)) - 2))
        {
            Grow(phase, generator, discriminator);
            var samples = generator.forward(randn(2, 3), null);

            CollectionAssert.AreEqual(new long[] { 2, channels, height, width }, samples.shape, $"{phase}");
            CollectionAssert.AreEqual(new long[] { 2 }, discriminator.forward(samples, null).shape, $"{phase}");
        }
    }

    // Channels 8 at 4 × 4, 8 at 8 × 8, 4 at 16 × 16. 3 × 3: 8 → 8 584, 8 → 4 292, 4 → 4 148, 4 → 8 296.
    // Generator: dense 3 · 128 + 128 = 512 and 584; 2 · 584; 292 + 148; to colors 9, 9 and 5; 2727.
    //   With 5 classes: embedding 30 and 6 · 128 more in the dense layer; 3525.
    // Discriminator: 148 + 296; 2 · 584; 9 → 8 with the deviation 656, dense 128 · 8 + 8 = 1032; from colors 8, 16
    //   and 16; head 9; 3349. With 5 classes: embedding 40 more.
    [TestMethod]
    [DataRow(0, 2727L, 3349L)]
    [DataRow(5, 3525L, 3389L)]
    public void ParameterCount_Of16_IsAsWorkedOutByHand(int classes, long generatorSize, long discriminatorSize)
    {
        var spec = Some.Spec(Shape, classes);
        using var generator = Small.CreateGenerator(spec);
        using var discriminator = Small.CreateDiscriminator(spec);

        Assert.AreEqual(generatorSize, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual(discriminatorSize, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    // Table 2 of the paper says 23.1 million for the generator of 1024 pixels. That counts one way to colors; the other
    // eight have 3 · (4 · 512 + 256 + 128 + 64 + 32) + 8 · 3 = 7608.
    [TestMethod]
    public void ParameterCount_OfThePapersGenerator_IsThePapers()
    {
        using var generator = new ProgressiveGan { LatentSize = 512, Width = 16, Doublings = 5 }.CreateGenerator(
            Some.Spec(SampleShape.Image(3, 1024, 1024)));

        Assert.AreEqual(23_079_187 + 7608, generator.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    public void Networks_AreContinuousAtEveryChangeOfPhase()
    {
        using var scope = NewDisposeScope();
        var (generator, discriminator) = Networks();
        var latents = randn([5, 3], generator: new Generator(3));
        var images = randn([5, 1, 16, 16], generator: new Generator(4));
        (Tensor Samples, Tensor Logits) At(int level, double alpha)
        {
            Grow(new(level, alpha, 1), generator, discriminator);
            return (generator.forward(latents, null), discriminator.forward(images, null));
        }

        foreach (var level in new[] { 1, 2 })
        {
            var (before, start, early) = (At(level - 1, 1), At(level, 0), At(level, 1e-8));
            var (half, late, after) = (At(level, 0.5), At(level, 1 - 1e-8), At(level, 1));
            foreach (var same in new[] { (before, start), (start, early), (late, after) })
            {
                AssertTensor.AreClose(same.Item1.Samples, same.Item2.Samples, tolerance: 1e-6);
                AssertTensor.AreClose(same.Item1.Logits, same.Item2.Logits, tolerance: 1e-6);
            }

            foreach (var other in new[] { before, after })
            {
                Assert.IsTrue((half.Samples - other.Samples).abs().max().ToDouble() > 1e-2);
                Assert.IsTrue((half.Logits - other.Logits).abs().max().ToDouble() > 1e-3);
            }
        }
    }

    [TestMethod]
    public void Samples_InAFade_AreTheBlendOfBothLevelsBeforeTanh()
    {
        using var scope = NewDisposeScope();
        var (generator, _) = Networks();
        var latents = randn([5, 3], generator: new Generator(3));
        Tensor At(double alpha)
        {
            Grow(new(1, alpha, 1), generator);
            var samples = generator.forward(latents, null).to_type(ScalarType.Float64);
            return 0.5 * ((1 + samples) / (1 - samples)).log();
        }

        AssertTensor.AreClose(0.75 * At(0) + 0.25 * At(1), At(0.25), tolerance: 1e-4);
    }

    [TestMethod]
    [DataRow(0, 4)]
    [DataRow(1, 2)]
    public void Samples_OfALowLevel_AreSquaresOfEqualPixels(int level, int side)
    {
        using var scope = NewDisposeScope();
        var (generator, _) = Networks();
        Grow(new(level, 1, 1), generator);

        var samples = generator.forward(randn([5, 3], generator: new Generator(3)), null);

        var corners = samples.reshape(5, 16 / side, side, 16 / side, side).narrow(2, 0, 1).narrow(4, 0, 1);
        AssertTensor.AreClose(
            corners.expand(5, 16 / side, side, 16 / side, side).reshape(5, 1, 16, 16), samples, tolerance: 0);
        Assert.IsTrue(corners.std().ToDouble() > 0.05);
    }

    [TestMethod]
    public void Discriminator_OfALowLevel_SeesOnlyTheMeansOfSquares()
    {
        using var scope = NewDisposeScope();
        var (_, discriminator) = Networks();
        Grow(new(0, 1, 1), discriminator);
        var images = randn([5, 1, 16, 16], generator: new Generator(4));
        var means = nn.functional.avg_pool2d(images, [4, 4]);

        AssertTensor.AreClose(
            discriminator.forward(nn.functional.interpolate(means, size: [16, 16]), null), discriminator.forward(images, null));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(4)]
    public void Generator_ComputesTheSameInOnnxInEveryPhase(int classes)
    {
        using var scope = NewDisposeScope();
        using var generator = Small.CreateGenerator(Some.Spec(Shape, classes));
        var (latents, labels) = (randn([6, 3], generator: new Generator(5)), classes == 0 ? null : new long[] { 0, 1, 2, 3, 3, 0 });
        foreach (var phase in Phases(2))
        {
            Grow(phase, generator);

            var samples = generator.forward(latents, labels is null ? null : tensor(labels));

            Assert.IsTrue(samples.std().ToDouble() > 0.05, "Equal constants would prove nothing.");
            AssertTensor.AreClose(samples, OnnxRun.Of((IOnnxNetwork)generator, latents, labels, samples), tolerance: 1e-4);
        }
    }

    [TestMethod]
    public void Networks_AreMadeFullyGrown()
    {
        using var scope = NewDisposeScope();
        var (generator, _) = Networks();
        var latents = randn([5, 3], generator: new Generator(3));
        var samples = generator.forward(latents, null);

        Grow(new(2, 1, 1), generator);

        AssertTensor.AreClose(samples, generator.forward(latents, null), tolerance: 0);
    }

    [TestMethod]
    public void Weights_HaveTheEqualizedRateUnlessAnotherRuleIsGiven()
    {
        var spec = Some.Spec(Shape);
        double Deviation(NetworkSpec spec)
        {
            using var discriminator = Small.CreateDiscriminator(spec);
            return discriminator.get_parameter("network.features.level1.0.weight.raw")!.std().ToDouble();
        }

        // 576 weights from N(0, 1); He's deviation for 8 channels of 3 × 3 is √(2/1.04/72) = 0.163.
        Assert.AreEqual(1, Deviation(spec), 0.1);
        Assert.AreEqual(0.163, Deviation(spec with { WeightParametrization = new SpectralNormalization() }), 0.02);
    }

    // 50 images at 4 × 4; then 100 to fade in 8 × 8, 50 to stay, 100 to fade in 16 × 16.
    [TestMethod]
    [DataRow(0L, 0, 1.0, 64)]
    [DataRow(49L, 0, 1.0, 64)]
    [DataRow(50L, 1, 0.0, 32)]
    [DataRow(75L, 1, 0.25, 32)]
    [DataRow(150L, 1, 1.0, 32)]
    [DataRow(199L, 1, 1.0, 32)]
    [DataRow(200L, 2, 0.0, 20)]
    [DataRow(250L, 2, 0.5, 20)]
    [DataRow(300L, 2, 1.0, 20)]
    [DataRow(1_000_000_000_000L, 2, 1.0, 20)]
    public void PhaseAt_FollowsTheImages(long images, int level, double alpha, int batchSize) => Assert.AreEqual(
        new Phase(level, alpha, batchSize),
        (Small with { FadeImages = 100, StableImages = 50, BatchSize = 64, SmallestBatchSize = 20 }).PhaseAt(images, Shape));

    [TestMethod]
    public void PhaseAt_OfASmallBatch_KeepsIt() => Assert.AreEqual(
        8, (Small with { BatchSize = 8, SmallestBatchSize = 16 }).PhaseAt(long.MaxValue / 2, Shape).BatchSize);

    [TestMethod]
    public void PhaseAt_OfNegativeImages_IsRefused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Small.PhaseAt(-1, Shape));

    [TestMethod]
    [DataRow(3, 1.0, "The networks have levels 0 to 2, so they cannot grow to level 3.")]
    [DataRow(-1, 1.0, "The networks have levels 0 to 2, so they cannot grow to level -1.")]
    [DataRow(1, 1.5, "Alpha must be between 0 and 1.")]
    [DataRow(1, double.NaN, "Alpha must be between 0 and 1.")]
    public void GrowTo_APhaseThatIsNone_IsRefused(int level, double alpha, string message)
    {
        var (generator, discriminator) = Networks();

        foreach (var network in new[] { generator, discriminator })
            Assert.Contains(message, Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Grow(new(level, alpha, 1), network)).Message);
    }

    [TestMethod]
    public void Shape_ThatIsNot4TimesAPowerOf2_IsRefused()
    {
        foreach (var shape in new[] { SampleShape.Image(1, 28, 28), SampleShape.Image(1, 32, 28), SampleShape.Image(1, 4, 4), SampleShape.Vector(16) })
        {
            foreach (var use in new Action[]
            {
                () => Small.CreateGenerator(Some.Spec(shape)), () => Small.CreateDiscriminator(Some.Spec(shape)),
                () => Small.PhaseAt(long.MaxValue / 2, shape),
            })
            {
                Assert.AreEqual(
                    "ProgressiveGan needs an image whose sides are 4 times powers of two, at least 8, such as 32 or 64, but "
                        + $"the shape is {shape}. Pad or resize the images, for example from 28 to 32, or use R3Gan.",
                    Assert.ThrowsExactly<InvalidOperationException>(use).Message);
            }
        }
    }

    private static (nn.Module<Tensor, Tensor?, Tensor> Generator, nn.Module<Tensor, Tensor?, Tensor> Discriminator) Networks() =>
        (Small.CreateGenerator(Some.Spec(Shape)), Small.CreateDiscriminator(Some.Spec(Shape)));

    private static IEnumerable<Phase> Phases(int top) =>
        from level in Enumerable.Range(0, top + 1)
        from alpha in (double[])[0, 0.3, 1]
        select new Phase(level, alpha, 1);

    private static void Grow(Phase phase, params nn.Module<Tensor, Tensor?, Tensor>[] networks)
    {
        foreach (var network in networks)
            ((IGrowingNetwork)network).GrowTo(phase);
    }
}
