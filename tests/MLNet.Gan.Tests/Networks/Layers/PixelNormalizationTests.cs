using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class PixelNormalizationTests
{
    [TestMethod]
    public void Forward_DividesEachPixelByItsRootMeanSquare()
    {
        using var scope = NewDisposeScope();
        using var layer = new PixelNormalization();

        // Two pixels of two channels: (3, 4) with root mean square √12.5, and (0, 2) with √2.
        var output = layer.forward(tensor([3f, 0, 4, 2]).reshape(1, 2, 1, 2));

        AssertTensor.AreClose([3 / Math.Sqrt(12.5), 0, 4 / Math.Sqrt(12.5), Math.Sqrt(2)], output);
    }

    [TestMethod]
    public void Forward_OfZeros_IsZero()
    {
        using var scope = NewDisposeScope();
        using var layer = new PixelNormalization();

        AssertTensor.AreClose([0, 0], layer.forward(zeros(1, 2)), tolerance: 0);
    }

    [TestMethod]
    public void Onnx_ComputesTheSame()
    {
        using var scope = NewDisposeScope();
        using var layer = new PixelNormalization();
        var input = randn([3, 5, 2, 2], generator: new Generator(1));

        var output = layer.forward(input);

        AssertTensor.AreClose(output, OnnxRun.Of(layer, input, output));
    }
}
