using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class SnganResNetTests
{
    private static readonly SnganResNet Small = new() { LatentSize = 3, GeneratorWidth = 4, DiscriminatorWidth = 6 };

    [TestMethod]
    [DataRow(1, 28, 28)]
    [DataRow(3, 32, 32)]
    [DataRow(1, 20, 36, DisplayName = "Not square: the base is 5 × 9")]
    [DataRow(3, 64, 32)]
    [DataRow(1, 8, 8, DisplayName = "The smallest: halved once")]
    public void Networks_FitTheShape(int channels, int height, int width)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Image(channels, height, width));
        using var generator = Small.CreateGenerator(spec);
        using var discriminator = Small.CreateDiscriminator(spec);

        var samples = generator.forward(randn(2, 3), null);

        CollectionAssert.AreEqual(new long[] { 2, channels, height, width }, samples.shape);
        CollectionAssert.AreEqual(new long[] { 2 }, discriminator.forward(samples, null).shape);
    }

    // Generator of 8 × 8 from 4 × 4: dense 3 · 64 + 64 = 256; the block: norm 8, 3 × 3 4 · 36 + 4 = 148, norm 8,
    //   148, shortcut 16 + 4 = 20, together 332; norm 8; 3 × 3 to 1: 36 + 1; 633.
    // With 5 classes each of the three norms has 5 · 4 · 2 = 40: 729.
    // Discriminator: first block 9 · 6 + 6 = 60, 36 · 9 + 6 = 330, shortcut 6 + 6 = 12, together 402; two blocks of
    //   2 · 330 at 4 × 4; head 6 + 1; 1729. With 5 classes: embedding 30 more.
    // Attention at 4 × 4. Generator, 4 channels: f and g 4 · 1, h 4 · 2, v 2 · 4, gain 1: 25 more.
    //   Discriminator, 6 channels: f and g 6 · 1, h 6 · 3, v 3 · 6, gain 1: 49 more.
    [TestMethod]
    [DataRow(0, null, 633L, 1729L)]
    [DataRow(5, null, 729L, 1759L)]
    [DataRow(0, 4, 658L, 1778L)]
    public void ParameterCount_Of8_IsAsWorkedOutByHand(int classes, int? attention, long generatorSize, long discriminatorSize) =>
        AssertCounts(Small with { SelfAttention = attention }, SampleShape.Image(1, 8, 8), classes, generatorSize, discriminatorSize);

    // Generator, 256 channels from 4 × 4: dense 128 · 4096 + 4096 = 528 384; three blocks of two norms of 512, two
    //   3 × 3 of 589 824 + 256 and a shortcut of 65 536 + 256, 1 246 976 each; norm 512; 3 × 3 to colors 6912 + 3.
    // Discriminator, 128 channels: 3456 + 128, 147 456 + 128 and 384 + 128, 151 680; halving block 2 · 147 584 and
    //   16 384 + 128, 311 680; two of 2 · 147 584; head 129.
    [TestMethod]
    public void ParameterCount_OfTheTablesFor32_IsAsWorkedOutByHand() => AssertCounts(
        new SnganResNet { GeneratorWidth = 256, DiscriminatorWidth = 128 }, SampleShape.Image(3, 32, 32), 0,
        528_384 + 3 * 1_246_976 + 512 + 6915, 151_680 + 311_680 + 2 * 295_168 + 129);

    // A quarter of the width of the published networks for 64 pixels, which are 64 wide: 256, 128, 64, 32, 16 channels.
    // A generator's block from a to b: 2a + 9ab + b + 2b + 9bb + b + ab + b = 10ab + 9b² + 2a + 5b.
    //   256 → 128: 476 288; 128 → 64: 119 360; 64 → 32: 29 984; 32 → 16: 7568.
    //   Dense 128 · 4096 + 4096 = 528 384; norm 32; 3 × 3 to colors 432 + 3. Together 1 162 051.
    // A discriminator's from a to b: 9aa + a + 9ab + b + ab + b = 9a² + 10ab + a + 2b; the first 10 · 3b + 9b² + 3b.
    //   3 → 16: 2832; 16 → 32: 7504; 32 → 64: 29 856; 64 → 128: 119 104; 128 → 256 at the base: 475 776; head 257.
    //   Together 635 329.
    [TestMethod]
    public void ParameterCount_OfAPyramidFor64_IsAsWorkedOutByHand() => AssertCounts(
        new SnganResNet { GeneratorWidth = 16, DiscriminatorWidth = 16, Doublings = 4 }, SampleShape.Image(3, 64, 64), 0,
        1_162_051, 635_329);

    [TestMethod]
    public void Initialization_IsThatOfBothNetworks()
    {
        var architecture = new SnganResNet { Initialization = new NormalInitialization { Deviation = 0.5 } };
        using var generator = architecture.CreateGenerator(Some.Spec(SampleShape.Image(1, 8, 8)));
        using var discriminator = architecture.CreateDiscriminator(Some.Spec(SampleShape.Image(1, 8, 8)));

        Assert.AreEqual(0.5, generator.get_parameter("0.weight.raw")!.std().ToDouble(), 0.02);
        Assert.AreEqual(0.5, discriminator.get_parameter("features.1.branch.1.weight.raw")!.std().ToDouble(), 0.02);
    }

    [TestMethod]
    public void Discriminator_TakesSpectralNormalization()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Image(1, 16, 16)) with { WeightParametrization = new SpectralNormalization() };
        using var discriminator = (Small with { SelfAttention = 8 }).CreateDiscriminator(spec);

        AssertTensor.IsFinite(discriminator.forward(randn(3, 1, 16, 16), null));

        // 3 in the first block, 2 in each of two more, 4 in the attention, and the head.
        Assert.AreEqual(12, discriminator.DistinctModules().OfType<SpectralWeight>().Count());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(4)]
    public void Generator_WithAttention_ComputesTheSameInOnnx(int classes)
    {
        using var scope = NewDisposeScope();
        using var generator = (Small with { GeneratorWidth = 8, SelfAttention = 14 }).CreateGenerator(
            Some.Spec(SampleShape.Image(3, 28, 28), classes));
        using (no_grad())
            foreach (var parameter in generator.parameters())
                parameter.add_(0.1 * randn(parameter.shape, generator: new Generator(4)));
        generator.eval();
        var (latents, labels) = (randn([6, 3], generator: new Generator(5)), classes == 0 ? null : new long[] { 0, 1, 2, 3, 3, 0 });

        var samples = generator.forward(latents, labels is null ? null : tensor(labels));

        Assert.IsTrue(samples.std().ToDouble() > 0.05, "Equal constants would prove nothing.");
        AssertTensor.AreClose(samples, OnnxRun.Of((IOnnxNetwork)generator, latents, labels, samples), tolerance: 1e-4);
    }

    [TestMethod]
    [DataRow(16)]
    [DataRow(8)]
    public void SelfAttention_IsInBothNetworksAtItsSide(int side)
    {
        var architecture = Small with { SelfAttention = side };
        using var generator = architecture.CreateGenerator(Some.Spec(SampleShape.Image(1, 32, 32)));
        using var discriminator = architecture.CreateDiscriminator(Some.Spec(SampleShape.Image(1, 32, 32)));

        Assert.AreEqual(1, generator.DistinctModules().OfType<SelfAttention>().Count());
        Assert.AreEqual(1, discriminator.DistinctModules().OfType<SelfAttention>().Count());
    }

    [TestMethod]
    public void SelfAttention_AtASideThatIsNotThere_IsRefusedByBothNetworks() => AssertRefused(
        Small with { SelfAttention = 16 }, SampleShape.Image(1, 28, 28),
        "SelfAttention is 16, but SnganResNet for Image(1, 28, 28) has no such side. Choose one of 14, 7, or null.");

    [TestMethod]
    public void Shape_ThatCannotBeHalvedToABase_IsRefusedByBothNetworks()
    {
        foreach (var shape in new[] { SampleShape.Image(1, 30, 28), SampleShape.Image(1, 36, 36), SampleShape.Image(1, 4, 4), SampleShape.Vector(16) })
            AssertRefused(
                Small, shape,
                "SnganResNet needs an image whose sides can be halved until the shorter one is 4 to 7, such as 28, 32 or 64, "
                    + $"but the shape is {shape}. Use Mlp, or pad or resize the images.");
    }

    private static void AssertRefused(SnganResNet architecture, SampleShape shape, string message)
    {
        foreach (var create in new Action[] { () => architecture.CreateGenerator(Some.Spec(shape)), () => architecture.CreateDiscriminator(Some.Spec(shape)) })
            Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(create).Message);
    }

    private static void AssertCounts(
        SnganResNet architecture, SampleShape shape, int classes, long generatorSize, long discriminatorSize)
    {
        var spec = Some.Spec(shape, classes);
        using var generator = architecture.CreateGenerator(spec);
        using var discriminator = architecture.CreateDiscriminator(spec);

        Assert.AreEqual(generatorSize, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual(discriminatorSize, discriminator.parameters().Sum(parameter => parameter.numel()));
    }
}
