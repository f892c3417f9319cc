using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>A transposed convolution: [N, In, H, W] to [N, Out, (H − 1) · stride − 2 · padding + kernel, …].</summary>
public sealed class TransposedConvolution : Module<Tensor, Tensor>, IOnnxLayer, IExplicitLayer
{
    private readonly LayerWeight _weight;
    private readonly LayerWeight _bias;
    private readonly long[] _kernel;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly ConvolutionChoice _products;

    /// <summary>
    /// Initializes a layer whose weights are drawn for a fan-in of in · (kernel/stride)², by default from N(0,
    /// gain²/fan-in), and whose bias is drawn by the same initialization, by default 0.
    /// </summary>
    /// <remarks>Each output depends on (kernel/stride)² inputs of each channel, hence the fan-in.</remarks>
    public TransposedConvolution(
        NetworkSpec spec, int inputs, int outputs, int kernel, int stride, int padding, double gain)
        : base(nameof(TransposedConvolution))
    {
        double area = kernel * kernel;
        var shape = new WeightShape(
            [inputs, outputs, kernel, kernel], OutputAxis: 1, FanIn: inputs * area / (stride * stride),
            FanOut: outputs * area, gain);
        _weight = spec.Weight(shape);
        _bias = spec.Bias(shape);
        _kernel = [kernel, kernel];
        _stride = [stride, stride];
        _padding = [padding, padding];
        _products = new(spec.Device, kernel, stride, padding);
        register_module("weight", _weight);
        register_module("bias", _bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.conv_transpose2d(input, _weight.Value, _bias.Value, strides: _stride, padding: _padding);

    bool IExplicitLayer.IsExplicit => _products.IsOnCpu
        && _weight is PlainWeight { Substitute: null } && _bias is PlainWeight { Substitute: null };

    // The transposed convolution is the gradient of a convolution with the same weight.
    ExplicitPass IExplicitLayer.Trace(Tensor input) => new TransposedConvolutionPass(
        _products.Of(_weight.Value, input.size(0), Size(input.size(2), 0), Size(input.size(3), 1)), input, _bias.Value);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "ConvTranspose", [input, graph.Weight("weight", _weight), graph.Weight("bias", _bias)],
        OnnxAttribute.Ints("kernel_shape", _kernel),
        OnnxAttribute.Ints("strides", _stride),
        OnnxAttribute.Ints("pads", [.. _padding, .. _padding]));

    private long Size(long input, int axis) => (input - 1) * _stride[axis] - 2 * _padding[axis] + _kernel[axis];
}
