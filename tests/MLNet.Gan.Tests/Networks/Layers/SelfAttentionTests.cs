using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class SelfAttentionTests
{
    private const int Channels = 16;
    private const int Height = 4;
    private const int Width = 6;

    [TestMethod]
    public void Forward_AtTheBeginning_IsTheIdentity()
    {
        using var scope = NewDisposeScope();
        using var layer = Layer();

        AssertTensor.AreClose(Input(), layer.forward(Input()), tolerance: 0);
    }

    [TestMethod]
    public void Forward_IsTheFormulaWorkedOutPixelByPixel()
    {
        using var scope = NewDisposeScope();
        using var layer = Layer();
        SetGain(layer, 2);

        var output = layer.forward(Input());

        AssertTensor.AreClose(Expected(layer, gain: 2), output, tolerance: 1e-4);
    }

    [TestMethod]
    public void Forward_OfEqualKeys_AddsTheMeanOfAllValues()
    {
        using var scope = NewDisposeScope();
        using var layer = Layer();
        SetGain(layer, 3);
        using (no_grad())
            layer.get_parameter("f.weight.raw")!.zero_();
        var input = ones(1, Channels, Height, Width);

        // All pixels are alike, so what is seen is h of one pixel: x + 3 · V H x.
        var (h, v) = (Matrix(layer, "h"), Matrix(layer, "v"));
        var expected = 1 + 3 * v.mm(h.mm(ones(Channels, 1)));
        AssertTensor.AreClose(expected.reshape(1, Channels, 1, 1).expand(1, Channels, Height, Width), layer.forward(input), tolerance: 1e-4);
    }

    [TestMethod]
    [DataRow(4, 6)]
    [DataRow(7, 7, DisplayName = "Odd sides: the last row and column are not looked at")]
    public void Onnx_ComputesTheSame(int height, int width)
    {
        using var scope = NewDisposeScope();
        using var layer = new SelfAttention(Some.Spec(SampleShape.Vector(1)), Channels, height, width);
        SetGain(layer, 2);
        var input = randn([3, Channels, height, width], generator: new Generator(2));

        var output = layer.forward(input);

        Assert.IsTrue((output - input).abs().max().ToDouble() > 0.1, "The identity would prove nothing.");
        AssertTensor.AreClose(output, OnnxRun.Of(layer, input, output), tolerance: 1e-4);
    }

    private static SelfAttention Layer() => new(Some.Spec(SampleShape.Vector(1)), Channels, Height, Width);

    private static Tensor Input() => randn([2, Channels, Height, Width], generator: new Generator(2));

    private static Tensor Matrix(SelfAttention layer, string name) => layer.get_parameter($"{name}.weight.raw")!.flatten(1);

    private static void SetGain(SelfAttention layer, float gain)
    {
        using var _ = no_grad();
        layer.get_parameter("gain.raw")!.fill_(gain);
    }

    /// <summary>The formula in loops over pixels and channels.</summary>
    private static double[] Expected(SelfAttention layer, double gain)
    {
        double[,] Weights(string name)
        {
            var (matrix, values) = (Matrix(layer, name), AssertTensor.Values(Matrix(layer, name)));
            var result = new double[matrix.shape[0], matrix.shape[1]];
            Buffer.BlockCopy(values, 0, result, 0, values.Length * sizeof(double));
            return result;
        }

        var (f, g, h, v) = (Weights("f"), Weights("g"), Weights("h"), Weights("v"));
        var input = AssertTensor.Values(Input());
        List<double> output = [];
        for (var image = 0; image < 2; image++)
        {
            double X(int channel, int row, int column) =>
                input[((image * Channels + channel) * Height + row) * Width + column];
            double Map(double[,] weights, int to, int row, int column) =>
                Enumerable.Range(0, Channels).Sum(channel => weights[to, channel] * X(channel, row, column));
            double Pooled(double[,] weights, int to, int row, int column) => new[] { 0, 1 }.Max(
                down => new[] { 0, 1 }.Max(right => Map(weights, to, 2 * row + down, 2 * column + right)));

            var seen = new double[Channels / 2, Height, Width];
            foreach (var (row, column) in Grid(Height, Width))
            {
                var scores = Grid(Height / 2, Width / 2).Select(place => Math.Exp(Enumerable.Range(0, Channels / 8).Sum(
                    key => Map(g, key, row, column) * Pooled(f, key, place.Row, place.Column)))).ToArray();
                for (var channel = 0; channel < Channels / 2; channel++)
                    seen[channel, row, column] = Grid(Height / 2, Width / 2).Zip(scores).Sum(
                        item => item.Second / scores.Sum() * Pooled(h, channel, item.First.Row, item.First.Column));
            }

            for (var channel = 0; channel < Channels; channel++)
            {
                foreach (var (row, column) in Grid(Height, Width))
                    output.Add(X(channel, row, column) + gain * Enumerable.Range(0, Channels / 2).Sum(
                        half => v[channel, half] * seen[half, row, column]));
            }
        }

        return [.. output];
    }

    private static IEnumerable<(int Row, int Column)> Grid(int height, int width) =>
        from row in Enumerable.Range(0, height) from column in Enumerable.Range(0, width) select (row, column);
}
