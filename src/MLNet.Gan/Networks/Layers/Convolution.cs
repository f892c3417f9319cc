using MLNet.Gan.Onnx;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>
/// A two-dimensional convolution: [N, In, H, W] to [N, Out, (H + 2 · padding − kernel) / stride + 1, …].
/// </summary>
public sealed class Convolution : Module<Tensor, Tensor>, IOnnxLayer
{
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly long[] _kernel;
    private readonly long[] _stride;
    private readonly long[] _padding;

    /// <summary>A layer whose weights are drawn from N(0, gain²/(in · kernel²)) and whose bias is 0.</summary>
    public Convolution(NetworkSpec spec, int inputs, int outputs, int kernel, int stride, int padding, double gain)
        : base(nameof(Convolution))
    {
        _weight = spec.Normal(gain / Math.Sqrt(inputs * kernel * kernel), outputs, inputs, kernel, kernel);
        _bias = spec.Constant(0, outputs);
        _kernel = [kernel, kernel];
        _stride = [stride, stride];
        _padding = [padding, padding];
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.conv2d(input, _weight, _bias, strides: _stride, padding: _padding);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Conv", [input, graph.Weight("weight", _weight), graph.Weight("bias", _bias)],
        OnnxAttribute.Ints("kernel_shape", _kernel),
        OnnxAttribute.Ints("strides", _stride),
        OnnxAttribute.Ints("pads", [.. _padding, .. _padding]));
}
