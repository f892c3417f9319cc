using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class R3GanTests
{
    private static readonly R3Gan Small = new()
    {
        LatentSize = 3, Width = 8, Doublings = 1, Blocks = 2, GroupSize = 4, LabelSize = 6,
    };

    [TestMethod]
    [DataRow(1, 28, 28)]
    [DataRow(3, 32, 32)]
    [DataRow(1, 20, 36, DisplayName = "Not square: the base is 5 × 9")]
    [DataRow(3, 8, 8, DisplayName = "The smallest: halved once")]
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

    // Channels 16 at 4 × 4, 16 at 8 × 8, 8 at 16 × 16. A block of C channels, 2C inside in groups of 4:
    //   C · 2C + 2C, 2C · 4 · 9 + 2C, 2C · C; 4C² + 76C: 864 for 8 and 2240 for 16. Six blocks: 4 · 2240 + 2 · 864 = 10 688.
    // Generator: picture 16 · 16, map 3 · 16, 16 → 8: 128, colors 8; 11 128. With 5 classes: embedding 30 and 6 · 16
    //   more in the map; 11 254.
    // Discriminator: colors 8, 8 → 16: 128, sums 16 · 16, head 16 + 1; 11 097. With 5 classes: embedding 80 more.
    [TestMethod]
    [DataRow(0, 11_128L, 11_097L)]
    [DataRow(5, 11_254L, 11_177L)]
    public void ParameterCount_Of16_IsAsWorkedOutByHand(int classes, long generatorSize, long discriminatorSize)
    {
        var spec = Some.Spec(SampleShape.Image(1, 16, 16), classes);
        using var generator = Small.CreateGenerator(spec);
        using var discriminator = Small.CreateDiscriminator(spec);

        Assert.AreEqual(generatorSize, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual(discriminatorSize, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    public void Blocks_BeginByFixup()
    {
        using var scope = NewDisposeScope();
        using var network = (Small with { Width = 64, Doublings = 0, GroupSize = 16 }).CreateDiscriminator(
            Some.Spec(SampleShape.Image(1, 32, 32)));
        Tensor Weight(int layer) => network.get_parameter($"features.1.branch.{layer}.weight.raw")!;

        // 2 blocks in each of 4 stages: √(2/1.04) · 8^(−1/4) over the root of the fan-in, 64 and 16 · 9.
        var gain = Math.Sqrt(2 / 1.04) * Math.Pow(8, -0.25);
        CollectionAssert.AreEqual(new long[] { 128, 16, 3, 3 }, Weight(2).shape);
        Assert.AreEqual(gain / 8, Weight(0).std().ToDouble(), 0.03 * gain / 8);
        Assert.AreEqual(gain / 12, Weight(2).std().ToDouble(), 0.03 * gain / 12);
        AssertTensor.AreClose(0, Weight(4).abs().max(), tolerance: 0);
    }

    [TestMethod]
    public void Samples_AtTheBeginning_AreTheScaledPicture()
    {
        using var scope = NewDisposeScope();
        using var generator = Small.CreateGenerator(Some.Spec(SampleShape.Image(1, 16, 16)));

        // Blocks say nothing yet, and all else is linear but tanh: the double latent gives the double before tanh.
        var latents = 0.2 * randn([4, 3], generator: new Generator(3));
        var (once, twice) = (Linear(latents), Linear(2 * latents));
        AssertTensor.AreClose(2 * once, twice, tolerance: 1e-4);
        Assert.IsTrue(once.abs().max().ToDouble() > 0.01);

        Tensor Linear(Tensor input)
        {
            var samples = generator.forward(input, null).to_type(ScalarType.Float64);
            return 0.5 * ((1 + samples) / (1 - samples)).log();
        }
    }

    [TestMethod]
    public void SpectralNormalization_WhichCannotDivideZeros_IsRefused()
    {
        var spec = Some.Spec(SampleShape.Image(1, 16, 16)) with { WeightParametrization = new SpectralNormalization() };

        var error = Assert.ThrowsExactly<NotSupportedException>(() => Small.CreateDiscriminator(spec));

        Assert.Contains("SpectralNormalization cannot be used with weights that are initialized to "
            + "zeros.", error.Message);
    }

    [TestMethod]
    public void GroupSize_ThatDoesNotDivide_IsRefusedByBothNetworks() => AssertRefused(
        Small with { GroupSize = 5 }, SampleShape.Image(1, 16, 16),
        "GroupSize is 5, but it must divide Width · Expansion = 16. Choose a divisor of it.");

    [TestMethod]
    public void Shape_ThatCannotBeHalvedToABase_IsRefusedByBothNetworks() => AssertRefused(
        Small, SampleShape.Image(1, 30, 30),
        "R3Gan needs an image whose sides can be halved until the shorter one is 4 to 7, such as 28, 32 or 64, but the "
            + "shape is Image(1, 30, 30). Use Mlp, or pad or resize the images.");

    private static void AssertRefused(R3Gan architecture, SampleShape shape, string message)
    {
        foreach (var create in new Action[] { () => architecture.CreateGenerator(Some.Spec(shape)), () => architecture.CreateDiscriminator(Some.Spec(shape)) })
            Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(create).Message);
    }
}
