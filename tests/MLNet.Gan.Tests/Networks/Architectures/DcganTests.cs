using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class DcganTests
{
    private static readonly Dcgan Small = new() { LatentSize = 8, Width = 4, LabelSize = 6 };

    [TestMethod]
    [DataRow(1, 28, 28)]
    [DataRow(3, 28, 28)]
    [DataRow(1, 32, 32)]
    [DataRow(3, 64, 64)]
    [DataRow(1, 20, 36)]
    [DataRow(3, 4, 4, DisplayName = "The smallest: halved twice, to 1 × 1")]
    public void Networks_OfSidesThatAreMultiplesOf4_FitTheShape(int channels, int height, int width)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Image(channels, height, width));
        using var generator = Small.CreateGenerator(spec);
        using var discriminator = Small.CreateDiscriminator(spec);

        var samples = generator.forward(randn(2, 8), null);

        CollectionAssert.AreEqual(new long[] { 2, channels, height, width }, samples.shape);
        CollectionAssert.AreEqual(new long[] { 2 }, discriminator.forward(samples, null).shape);
    }

    // Generator of 28 × 28, halved to 7 × 7, from 8 channels:
    //   dense 8 → 392: 8 · 392 + 392 = 3528, norm 2 · 8 = 16, up 8 → 4: 8 · 4 · 16 + 4 = 516, norm 2 · 4 = 8,
    //   up 4 → 1: 4 · 16 + 1 = 65; together 4133.
    // With 10 classes: embedding 10 · 6 = 60, and 6 · 392 = 2352 more in the dense layer; 6545.
    // Discriminator: 1 → 4: 16 · 4 + 4 = 68, 4 → 8: 4 · 8 · 16 + 8 = 520, head 392 + 1; together 981.
    // With 10 classes: embedding 10 · 392 = 3920 more; 4901.
    [TestMethod]
    [DataRow(0, 4133L, 981L)]
    [DataRow(10, 6545L, 4901L)]
    public void ParameterCount_Of28_IsAsWorkedOutByHand(int classes, long generatorSize, long discriminatorSize) =>
        AssertCounts(SampleShape.Image(1, 28, 28), classes, generatorSize, discriminatorSize);

    // Halved three times to 4 × 4, from 16 channels, 3 colors. Generator:
    //   dense 8 → 256: 8 · 256 + 256 = 2304, norm 32, up 16 → 8: 2048 + 8, norm 16, up 8 → 4: 512 + 4, norm 8,
    //   up 4 → 3: 192 + 3; together 2304 + 32 + 2056 + 16 + 516 + 8 + 195 = 5127.
    // Discriminator: 3 → 4: 192 + 4, 4 → 8: 512 + 8, 8 → 16: 2048 + 16, head 256 + 1; together 3037.
    [TestMethod]
    public void ParameterCount_Of32InColor_IsAsWorkedOutByHand() =>
        AssertCounts(SampleShape.Image(3, 32, 32), 0, 5127, 3037);

    [TestMethod]
    public void Shape_ThatCannotBeHalvedTwice_IsRefusedByBothNetworks()
    {
        foreach (var shape in new[] { SampleShape.Image(1, 30, 28), SampleShape.Image(1, 28, 30), SampleShape.Vector(16) })
        {
            foreach (var create in new Action[] { () => Small.CreateGenerator(Some.Spec(shape)), () => Small.CreateDiscriminator(Some.Spec(shape)) })
            {
                var error = Assert.ThrowsExactly<InvalidOperationException>(create);
                Assert.AreEqual(
                    $"Dcgan needs an image whose sides are multiples of 4, but the shape is {shape}. Use Mlp, or pad or resize the images.",
                    error.Message);
            }
        }
    }

    private static void AssertCounts(SampleShape shape, int classes, long generatorSize, long discriminatorSize)
    {
        var spec = Some.Spec(shape, classes);
        using var generator = Small.CreateGenerator(spec);
        using var discriminator = Small.CreateDiscriminator(spec);

        Assert.AreEqual(generatorSize, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual(discriminatorSize, discriminator.parameters().Sum(parameter => parameter.numel()));
    }
}
