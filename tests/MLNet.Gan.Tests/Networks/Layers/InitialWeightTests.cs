using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

/// <summary>Weights begin with the deviation gain/√fan, so that a layer keeps the variance of what passes through it.</summary>
[TestClass]
public sealed class InitialWeightTests
{
    private const double Gain = 1.4142135623730951;

    [TestMethod]
    public void Dense_CountsItsInputs() => // 120 000 weights: the deviation is known to 0.2 %
        AssertWeights(new Linear(Spec, 400, 300, Gain), Gain / 20);

    [TestMethod]
    public void Convolution_CountsChannelsTimesKernel() => // fan 16 · 4 · 4 = 256
        AssertWeights(new Convolution(Spec, 16, 256, kernel: 4, stride: 2, padding: 1, Gain), Gain / 16);

    [TestMethod]
    public void TransposedConvolution_CountsTheInputsOfOneOutput() => // fan 64 · (4/2)² = 256
        AssertWeights(new TransposedConvolution(Spec, 64, 64, kernel: 4, stride: 2, padding: 1, Gain), Gain / 16);

    [TestMethod]
    public void LabelEmbedding_HasTheDeviationItIsGiven() =>
        AssertWeights(new LabelEmbedding(Some.Spec(SampleShape.Vector(1), classes: 300), 300, deviation: 0.25), 0.25);

    [TestMethod]
    [DataRow(0.0, 1.4142135623730951)] // √2
    [DataRow(1.0, 1.0)]
    [DataRow(0.2, 1.3867504905630728)] // √(2/1.04)
    public void LeakyReluGain_IsHes(double slope, double expected) => Assert.AreEqual(expected, LeakyRelu.Gain(slope), 1e-12);

    [TestMethod]
    public void Dense_WithItsGain_KeepsTheMeanSquareThroughTheRectifier()
    {
        using var scope = NewDisposeScope();
        using var dense = new Linear(Spec, 512, 512, LeakyRelu.Gain(0.2));
        using var rectifier = new LeakyRelu(0.2);

        var output = rectifier.forward(dense.forward(randn([256, 512], generator: new Generator(2))));

        Assert.AreEqual(1, output.square().mean().ToDouble(), 0.05);
    }

    private static NetworkSpec Spec => Some.Spec(SampleShape.Vector(1));

    private static void AssertWeights(nn.Module layer, double deviation)
    {
        using var scope = NewDisposeScope();
        var weight = layer.get_parameter("weight.raw")!;

        Assert.AreEqual(0, weight.mean().ToDouble(), 0.02 * deviation);
        Assert.AreEqual(deviation, weight.std().ToDouble(), 0.02 * deviation);
        if (layer.has_parameter("bias.raw"))
            AssertTensor.AreClose(0, layer.get_parameter("bias.raw")!.abs().max(), tolerance: 0);
        layer.Dispose();
    }
}
