using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Building;

[TestClass]
public sealed class EqualizedLearningRateTests
{
    [TestMethod]
    public void Parameters_BeginStandardAndAreScaledInThePass()
    {
        using var scope = NewDisposeScope();
        using var made = new Convolution(
            Layered.Spec(new EqualizedLearningRate()), 16, 256, kernel: 4, stride: 2, padding: 1, gain: 1.5);
        var raw = made.get_parameter("weight.raw")!;

        Assert.AreEqual(1, raw.std().ToDouble(), 0.02); // 65 536 weights: known to 0.3 %
        AssertTensor.AreClose(raw * (1.5 / 16), Layered.Weight(made).Value, tolerance: 1e-6); // fan 16 · 4 · 4 = 16²
    }

    [TestMethod]
    public void Gradient_IsScaledToo()
    {
        using var scope = NewDisposeScope();
        using var made = new Linear(Layered.Spec(new EqualizedLearningRate()), 4, 1, gain: 3);

        made.forward(tensor([1f, 2, 3, 4]).reshape(1, 4)).sum().backward();

        AssertTensor.AreClose([1.5, 3, 4.5, 6], made.get_parameter("weight.raw")!.grad!); // 3/√4 times the input
    }
}
