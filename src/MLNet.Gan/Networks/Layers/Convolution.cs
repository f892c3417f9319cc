using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>
/// A two-dimensional convolution: [N, In, H, W] to [N, Out, (H + 2 · padding − kernel) / stride + 1, …].
/// </summary>
public sealed class Convolution : Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear, IRectifiedLayer
{
    private readonly LayerWeight _weight;
    private readonly LayerWeight? _bias;
    private readonly long[] _kernel;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly int _groups;
    private readonly bool _prefersChannelsLast;
    private readonly ConvolutionChoice _products;

    /// <summary>
    /// Initializes a layer whose weights are drawn for a fan-in of in/groups · kernel², by default from N(0,
    /// gain²/fan-in), and whose bias is drawn by the same initialization, by default 0.
    /// </summary>
    /// <param name="spec">The specification of the network.</param>
    /// <param name="inputs">The number of input channels, a multiple of <paramref name="groups"/>.</param>
    /// <param name="outputs">The number of output channels, a multiple of <paramref name="groups"/>.</param>
    /// <param name="kernel">The side of the kernel.</param>
    /// <param name="stride">The stride.</param>
    /// <param name="padding">The zero padding on each side.</param>
    /// <param name="gain">The gain for the activation that follows.</param>
    /// <param name="groups">The number of groups of channels that are convolved separately; default 1.</param>
    /// <param name="bias">Whether the layer has a bias; default yes.</param>
    public Convolution(
        NetworkSpec spec, int inputs, int outputs, int kernel, int stride, int padding, double gain, int groups = 1,
        bool bias = true)
        : base(nameof(Convolution))
    {
        double area = kernel * kernel;
        var shape = new WeightShape(
            [outputs, inputs / groups, kernel, kernel], OutputAxis: 0, FanIn: inputs / groups * area,
            FanOut: outputs / groups * area / (stride * stride), gain);
        _weight = spec.Weight(shape);
        _bias = bias ? spec.Bias(shape) : null;
        _kernel = [kernel, kernel];
        _stride = [stride, stride];
        _padding = [padding, padding];
        _groups = groups;

        _products = new(spec.Device, kernel, stride, padding);

        // Twice as fast on the CPU; with strides or groups there is no gain (docs/decisions/0007).
        _prefersChannelsLast = _products.IsOnCpu && kernel > 1 && stride == 1 && groups == 1;
        register_module("weight", _weight);
        if (_bias is not null)
            register_module("bias", _bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Convolve(input, _bias?.Value);

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input)
    {
        var bias = _bias?.Value;
        return PiecewiseLinearOutput.Recorded(input, place => Convolve(place, bias), bias);
    }

    // Groups are left to libtorch's graph, and so are other devices, where nothing was measured.
    bool IExplicitLayer.IsExplicit => _products.IsOnCpu && _groups == 1
        && _weight is PlainWeight { Substitute: null } && _bias is PlainWeight { Substitute: null };

    ExplicitPass IRectifiedLayer.Trace(Tensor input, double slope) =>
        ConvolutionPass.Of(_products.Of(_weight.Value, input.size(0), input.size(2), input.size(3)), input, _bias!.Value, slope);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Conv",
        _bias is null
            ? [input, graph.Weight("weight", _weight)]
            : [input, graph.Weight("weight", _weight), graph.Weight("bias", _bias)],
        OnnxAttribute.Ints("kernel_shape", _kernel),
        OnnxAttribute.Of("group", _groups),
        OnnxAttribute.Ints("strides", _stride),
        OnnxAttribute.Ints("pads", [.. _padding, .. _padding]));

    private Tensor Convolve(Tensor input, Tensor? bias)
    {
        if (!_prefersChannelsLast)
            return Apply(input, bias);

        // The same image in channels-last memory format, which most layers keep. The views are disposed of at once:
        // left to their scope, they would hold an image's memory until the end of the step.
        using var together = ChannelsLast.Pixels(input);
        using var seen = ChannelsLast.Images(together);
        return Apply(seen, bias);
    }

    private Tensor Apply(Tensor input, Tensor? bias) => functional.conv2d(
        input, _weight.Value, bias, strides: _stride, padding: _padding, groups: _groups);
}
