using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class MinibatchStdChannelTests
{
    [TestMethod]
    public void Forward_AddsTheMeanDeviationAsAChannel()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStdChannel(groupSize: 4);

        // One channel of two pixels: 1 and 5 deviate by 2, 2 and 2 by 0. Their mean is 1.
        var output = layer.forward(tensor([1f, 2, 5, 2]).reshape(2, 1, 1, 2));

        AssertTensor.AreClose(tensor([1f, 2, 1, 1, 5, 2, 1, 1]).reshape(2, 2, 1, 2), output, tolerance: 1e-4);
    }

    [TestMethod]
    public void Forward_OfEqualImages_HasAFiniteGradient()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStdChannel(groupSize: 4);
        var input = ones(2, 1, 1, 2).requires_grad_();

        layer.forward(input).sum().backward();

        AssertTensor.IsFinite(input.grad!);
    }
}
