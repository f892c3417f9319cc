using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class DiscriminatorTests
{
    [TestMethod]
    public void Forward_IsHeadPlusProjectionOnTheClass()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(2), classes: 2);
        using var discriminator = new Discriminator(spec, new Reshape(2), featureSize: 2);
        Set(discriminator, "head.weight.raw", [10, 100]);
        Set(discriminator, "head.bias.raw", [1000]);
        Set(discriminator, "classes.weight.raw", [1, 2, 3, 4]);

        var logits = discriminator.forward(tensor([5f, 6, 7, 8]).reshape(2, 2), tensor([1L, 0]));

        // 10 · 5 + 100 · 6 + 1000 + (3 · 5 + 4 · 6) = 1689; 10 · 7 + 100 · 8 + 1000 + (1 · 7 + 2 · 8) = 1893.
        AssertTensor.AreClose([1689, 1893], logits, tolerance: 1e-3);
    }

    [TestMethod]
    public void Forward_WithoutClasses_IsTheHeadAlone()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new Discriminator(Some.Spec(SampleShape.Vector(2)), new Reshape(2), featureSize: 2);
        Set(discriminator, "head.weight.raw", [10, 100]);
        Set(discriminator, "head.bias.raw", [1000]);

        AssertTensor.AreClose([1650], discriminator.forward(tensor([5f, 6]).reshape(1, 2), null), tolerance: 1e-3);
    }

    [TestMethod]
    public void ForwardWithFeatures_AnswersEveryHeadFromTheFeaturesOfOnePass()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(2), classes: 2) with { Heads = [new("class", 2), new("angle", 1)] };
        using var discriminator = new Discriminator(spec, new Reshape(2), featureSize: 2);
        Set(discriminator, "head0.weight.raw", [1, 0, 0, 2]);
        Set(discriminator, "head0.bias.raw", [0, 7]);
        Set(discriminator, "head1.weight.raw", [1, -1]);
        var (samples, labels) = (tensor([5f, 6, 7, 8]).reshape(2, 2), tensor([1L, 0]));

        var output = discriminator.ForwardWithFeatures(samples, labels);

        AssertTensor.AreClose(discriminator.forward(samples, labels), output.Logits, tolerance: 0);
        AssertTensor.AreClose(samples, output.Features!, tolerance: 0);
        CollectionAssert.AreEquivalent(new[] { "class", "angle" }, output.Heads.Keys.ToArray());
        AssertTensor.AreClose([5, 2 * 6 + 7, 7, 2 * 8 + 7], output.Heads["class"]);
        AssertTensor.AreClose([-1, -1], output.Heads["angle"]);
    }

    [TestMethod]
    public void Head_ThatReplacesLabels_TakesTheProjectionAway()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(2), classes: 3);
        using var told = new Discriminator(spec with { Heads = [new("class", 3)] }, new Reshape(2), featureSize: 2);
        using var asked = new Discriminator(
            spec with { Heads = [new("class", 3, ReplacesLabels: true)] }, new Reshape(2), featureSize: 2);

        // Head 2 + 1 and question 3 · 2 + 3; the embedding has 3 · 2 more.
        Assert.AreEqual(18, told.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual(12, asked.parameters().Sum(parameter => parameter.numel()));
        var samples = randn(4, 2);
        var (first, second) = (zeros(4, dtype: ScalarType.Int64), ones(4, dtype: ScalarType.Int64));
        AssertTensor.AreClose(asked.forward(samples, first), asked.forward(samples, second), tolerance: 0);
    }

    [TestMethod]
    public void MinibatchFeature_IsForTheHeadAlone()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(1), classes: 2);
        spec = spec with { MinibatchFeature = new MinibatchStandardDeviation(), Heads = [new("angle", 1)] };
        using var discriminator = new Discriminator(spec, new Reshape(1), featureSize: 1);
        Set(discriminator, "head.weight.raw", [1, 100]);
        Set(discriminator, "classes.weight.raw", [0, 0]);

        var output = discriminator.ForwardWithFeatures(tensor([1f, 5]).reshape(2, 1), tensor([0L, 1]));

        // The deviation of 1 and 5 is 2.
        AssertTensor.AreClose([201, 205], output.Logits, tolerance: 1e-3);
        AssertTensor.AreClose([1, 5], output.Features!, tolerance: 0);
        CollectionAssert.AreEqual(new long[] { 2, 1 }, output.Heads["angle"].shape);
    }

    private static void Set(nn.Module module, string name, float[] values)
    {
        using var _ = no_grad();
        var parameter = module.get_parameter(name)!;
        parameter.copy_(tensor(values).reshape(parameter.shape));
    }
}
