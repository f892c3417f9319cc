using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class FlatParametersTests
{
    [TestMethod]
    public void Network_ComputesAsBefore()
    {
        using var scope = NewDisposeScope();
        using var network = new Dcgan { LatentSize = 3, Width = 2 }.CreateGenerator(Some.Spec(SampleShape.Image(1, 8, 8), classes: 2));
        network.eval();
        var (latents, labels) = (randn(2, 3), tensor([0L, 1]));
        var before = network.forward(latents, labels).clone();

        using var parameters = new FlatParameters(network);

        AssertTensor.AreClose(before, network.forward(latents, labels), tolerance: 0);
        Assert.AreEqual(network.parameters().Sum(parameter => parameter.numel()), parameters.Values.numel());
        Assert.AreEqual(network.buffers().Sum(buffer => buffer.numel()), parameters.Buffers.numel());
        Assert.IsTrue(network.parameters().All(parameter => parameter.requires_grad));
    }

    [TestMethod]
    public void BuffersOfWholeNumbers_StayAsTheyAre()
    {
        using var scope = NewDisposeScope();
        using var network = Linear();
        network.register_buffer("batches", tensor([7L]));

        using var parameters = new FlatParameters(network);

        Assert.AreEqual(0, parameters.Buffers.numel());
        AssertTensor.AreClose([7], network.buffers().Single(), tolerance: 0);
    }

    [TestMethod]
    public void Values_AreTheNetworksOwn()
    {
        using var scope = NewDisposeScope();
        using var network = Linear();
        using var parameters = new FlatParameters(network);

        parameters.Values.copy_(tensor([1f, 2, 3, 4, 5, 6, 10, 20]));

        // y = xWᵀ + b with W = [1 2 3; 4 5 6], b = (10, 20), x = (1, 1, 1).
        AssertTensor.AreClose([16, 35], network.forward(ones(1, 3)));
    }

    [TestMethod]
    public void Gradients_AreWhatBackwardAddsTo()
    {
        using var scope = NewDisposeScope();
        using var network = Linear();
        using var parameters = new FlatParameters(network);
        var input = tensor([1f, 2, 3, 10, 20, 30]).reshape(2, 3);

        network.forward(input).sum().backward();
        // d/dW: the sum of the rows, for both outputs; d/db: the number of rows.
        AssertTensor.AreClose([11, 22, 33, 11, 22, 33, 2, 2], parameters.Gradients);

        network.forward(input).sum().backward();
        AssertTensor.AreClose([22, 44, 66, 22, 44, 66, 4, 4], parameters.Gradients);

        parameters.ClearGradients();
        AssertTensor.AreClose(new double[8], parameters.Gradients, tolerance: 0);
        network.forward(input).sum().backward();
        AssertTensor.AreClose([11, 22, 33, 11, 22, 33, 2, 2], parameters.Gradients);
    }

    [TestMethod]
    public void Buffers_AreTheNetworksOwn()
    {
        using var scope = NewDisposeScope();
        using var network = new BatchNormalization(Some.Spec(SampleShape.Vector(1)), 2);
        using var parameters = new FlatParameters(network);
        AssertTensor.AreClose([0, 0, 1, 1], parameters.Buffers, tolerance: 0);

        network.forward(tensor([1f, 10, 3, 30]).reshape(2, 2));

        // Means 2 and 20; unbiased variances 2 and 200; a tenth of each is taken.
        AssertTensor.AreClose([0.2, 2, 0.9 + 0.2, 0.9 + 20], parameters.Buffers);

        network.eval();
        parameters.Buffers.copy_(tensor([5f, 5, 4, 4]));
        AssertTensor.AreClose([-2, 2.5], network.forward(tensor([1f, 10]).reshape(1, 2)), tolerance: 1e-4); // (x − 5)/2
    }

    [TestMethod]
    public void Network_WithoutBuffers_HasAnEmptyVectorOfThem()
    {
        using var network = Linear();
        using var parameters = new FlatParameters(network);

        Assert.AreEqual(0, parameters.Buffers.numel());
    }

    private static Linear Linear() => new(Some.Spec(SampleShape.Vector(1)), 3, 2, gain: 1);
}
