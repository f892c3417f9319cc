using MLNet.Gan.Networks;
using MLNet.Gan.Networks.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks;

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

    private static void Set(nn.Module module, string name, float[] values)
    {
        using var _ = no_grad();
        var parameter = module.get_parameter(name)!;
        parameter.copy_(tensor(values).reshape(parameter.shape));
    }
}
