using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class ResamplingTests
{
    [TestMethod]
    public void Nearest_RepeatsPixels()
    {
        using var scope = NewDisposeScope();
        using var layer = new NearestUpsampling();

        var output = layer.forward(Image([1, 2], [3, 4]));

        AssertTensor.AreClose(Image([1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]), output, tolerance: 0);
        AssertTensor.AreClose(output, OnnxRun.Of(layer, Image([1, 2], [3, 4]), output), tolerance: 0);
    }

    [TestMethod]
    public void Bilinear_IsThreeQuartersOfTheNearerAndOneOfTheNext()
    {
        using var scope = NewDisposeScope();
        using var layer = new BilinearUpsampling();
        var input = Image([0, 4], [8, 12]);

        var output = layer.forward(input);

        // Columns between 0 and 4: 0, 1, 3, 4; rows add 0, 2, 6, 8.
        AssertTensor.AreClose(Image([0, 1, 3, 4], [2, 3, 5, 6], [6, 7, 9, 10], [8, 9, 11, 12]), output);
        AssertTensor.AreClose(output, OnnxRun.Of(layer, input, output));
    }

    [TestMethod]
    public void Average_IsTheMeanOfSquares()
    {
        using var scope = NewDisposeScope();
        using var layer = new AveragePooling();
        var input = Image([1, 2, 0, 8], [3, 6, 0, 0]);

        var output = layer.forward(input);

        AssertTensor.AreClose(Image([3, 2]), output);
        AssertTensor.AreClose(output, OnnxRun.Of(layer, input, output));
    }

    [TestMethod]
    public void Average_UndoesNearestToTheLastBit()
    {
        using var scope = NewDisposeScope();
        using var up = new NearestUpsampling();
        using var down = new AveragePooling();
        var input = randn([2, 3, 4, 5], generator: new Generator(1));

        AssertTensor.AreClose(input, down.forward(up.forward(input)), tolerance: 0);
    }

    [TestMethod]
    public void Sum_AddsThePixelsOfAChannel()
    {
        using var scope = NewDisposeScope();
        using var layer = new SumPooling();
        var input = cat([Image([1, 2], [3, 4]), Image([5, 6], [7, 9])], 1);

        var output = layer.forward(input);

        AssertTensor.AreClose(tensor([10f, 27]).reshape(1, 2), output);
        AssertTensor.AreClose(output, OnnxRun.Of(layer, input, output));
    }

    private static Tensor Image(params float[][] rows) =>
        tensor(rows.SelectMany(row => row).ToArray()).reshape(1, 1, rows.Length, rows[0].Length);
}
