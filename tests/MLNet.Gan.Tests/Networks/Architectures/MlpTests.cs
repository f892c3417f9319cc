using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class MlpTests
{
    private static readonly Mlp Small = new() { LatentSize = 2, Width = 16, Depth = 2, LabelSize = 3 };

    // Vector(2), generator: 2 · 16 + 16 = 48, 16 · 16 + 16 = 272, 16 · 2 + 2 = 34; together 354.
    //   With 5 classes: embedding 15, and 3 · 16 = 48 more in the first layer; 417.
    // Discriminator: 48 + 272 + 16 + 1 = 337; with 5 classes an embedding of 5 · 16 = 80; 417 too.
    // Image(1, 4, 4), generator: 48 + 272 + (16 · 16 + 16) = 592; discriminator: 272 + 272 + 17 = 561.
    [TestMethod]
    [DataRow(false, 0, 354L, 337L)]
    [DataRow(false, 5, 417L, 417L)]
    [DataRow(true, 0, 592L, 561L)]
    public void ParameterCount_IsAsWorkedOutByHand(bool image, int classes, long generatorSize, long discriminatorSize)
    {
        var spec = Some.Spec(image ? SampleShape.Image(1, 4, 4) : SampleShape.Vector(2), classes);
        using var generator = Small.CreateGenerator(spec);
        using var discriminator = Small.CreateDiscriminator(spec);

        Assert.AreEqual(generatorSize, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual(discriminatorSize, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    public void Generator_OfVectors_IsNotBounded()
    {
        using var scope = NewDisposeScope();
        var shape = SampleShape.Vector(2);
        using var generator = Small.CreateGenerator(Some.Spec(shape));

        var samples = generator.forward(1000 * randn(64, 2), null);

        Assert.IsFalse(Small.IsBounded(shape));
        CollectionAssert.AreEqual(new long[] { 64, 2 }, samples.shape);
        Assert.IsTrue(samples.abs().max().ToDouble() > 10);
    }

    [TestMethod]
    public void Generator_OfImagesOfAnySides_FitsTheShape()
    {
        using var scope = NewDisposeScope();
        using var generator = Small.CreateGenerator(Some.Spec(SampleShape.Image(2, 3, 5)));

        CollectionAssert.AreEqual(new long[] { 7, 2, 3, 5 }, generator.forward(randn(7, 2), null).shape);
    }

    // Layers of the same sizes, whichever way they are joined: counts are those above.
    [TestMethod]
    public void Residual_HasAsManyParameters()
    {
        var spec = Some.Spec(SampleShape.Vector(2), classes: 5);
        using var generator = (Small with { IsResidual = true }).CreateGenerator(spec);
        using var discriminator = (Small with { IsResidual = true }).CreateDiscriminator(spec);

        Assert.AreEqual(417, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual(417, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    public void Residual_OfOneLayer_IsThePlainOne()
    {
        using var scope = NewDisposeScope();
        var spec = SampleShape.Vector(2);
        var flat = Small with { Depth = 1 };
        using var plain = flat.CreateGenerator(Some.Spec(spec));
        using var residual = (flat with { IsResidual = true }).CreateGenerator(Some.Spec(spec));
        var latents = randn(5, 2);

        AssertTensor.AreClose(plain.forward(latents, null), residual.forward(latents, null), tolerance: 0);
    }

    [TestMethod]
    public void Residual_OfManyLayers_KeepsTheMeanSquare()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(64));
        var deep = new Mlp { Width = 256, Depth = 30, IsResidual = true, Initialization = new HeInitialization() };
        using var discriminator = deep.CreateDiscriminator(spec);

        var features = ((IFeatureDiscriminator)discriminator).ForwardWithFeatures(randn([512, 64], generator: new Generator(1)), null).Features!;

        // Within a factor of 2, after 29 sums that would double it each.
        Assert.AreEqual(0, Math.Log2(features.square().mean().ToDouble()), 1);
    }
}
