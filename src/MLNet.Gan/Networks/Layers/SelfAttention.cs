using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>
/// Self-attention over pixels: x + γ · v(Σⱼ softmaxⱼ(g(x)ᵢ · f(x)ⱼ) h(x)ⱼ) (Zhang et al., 2019, sec. 3).
/// </summary>
/// <remarks>
/// f, g, h and v are convolutions of 1 × 1 without bias, to C/8, C/8, C/2 (but at least 1) and C channels. Keys and
/// values, f and h, are max-pooled by 2, as in the authors' program, which needs a quarter of the memory. γ is
/// initialized to 0, so that the block is the identity at first.
/// </remarks>
public sealed class SelfAttention : Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly Convolution _key;
    private readonly Convolution _query;
    private readonly Convolution _value;
    private readonly Convolution _output;
    private readonly LayerWeight _gain;
    private readonly int _narrow;
    private readonly int _half;
    private readonly int _height;
    private readonly int _width;

    /// <summary>Initializes a block for images [N, channels, height, width] with sides of at least 2.</summary>
    public SelfAttention(NetworkSpec spec, int channels, int height, int width) : base(nameof(SelfAttention))
    {
        (_narrow, _half, _height, _width) = (Math.Max(channels / 8, 1), Math.Max(channels / 2, 1), height, width);
        _key = Pointwise(channels, _narrow);
        _query = Pointwise(channels, _narrow);
        _value = Pointwise(channels, _half);
        _output = Pointwise(_half, channels);
        _gain = spec.Bias(1);
        register_module("f", _key);
        register_module("g", _query);
        register_module("h", _value);
        register_module("v", _output);
        register_module("gain", _gain);

        Convolution Pointwise(int inputs, int outputs) =>
            new(spec, inputs, outputs, kernel: 1, stride: 1, padding: 0, gain: 1, bias: false);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var keys = functional.max_pool2d(_key.forward(input), 2).flatten(2);
        var values = functional.max_pool2d(_value.forward(input), 2).flatten(2);
        var weights = _query.forward(input).flatten(2).transpose(1, 2).bmm(keys).softmax(-1);
        var seen = values.bmm(weights.transpose(1, 2)).reshape(-1, _half, _height, _width);
        return input.Plus(_gain.Value * _output.forward(seen));
    }

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input)
    {
        var keys = Flat(Pooled(_key.AddTo(graph, input)), _narrow);
        var values = Flat(Pooled(_value.AddTo(graph, input)), _half);
        var queries = Turned(Flat(_query.AddTo(graph, input), _narrow));
        var weights = graph.Add("Softmax", [graph.Add("MatMul", [queries, keys])], OnnxAttribute.Of("axis", -1));
        var seen = graph.Add("MatMul", [values, Turned(weights)]);
        var image = graph.Add("Reshape", [seen, graph.Constant(-1, _half, _height, _width)]);
        return graph.Add(
            "Add", [input, graph.Add("Mul", [graph.Weight("gain", _gain), _output.AddTo(graph, image)])]);

        OnnxValue Pooled(OnnxValue value) => graph.Add(
            "MaxPool", [value], OnnxAttribute.Ints("kernel_shape", 2, 2), OnnxAttribute.Ints("strides", 2, 2));

        // 0 keeps the batch axis as it is.
        OnnxValue Flat(OnnxValue value, long channels) =>
            graph.Add("Reshape", [value, graph.Constant(0, channels, -1)]);

        OnnxValue Turned(OnnxValue value) => graph.Add("Transpose", [value], OnnxAttribute.Ints("perm", 0, 2, 1));
    }
}
