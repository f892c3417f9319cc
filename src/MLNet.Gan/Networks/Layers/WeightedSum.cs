using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>
/// A weighted sum over the pixels of each channel, a depthwise convolution whose kernel has the size of the image: [N,
/// C, H, W] to [N, C].
/// </summary>
internal sealed class WeightedSum : Module<Tensor, Tensor>, IOnnxLayer, IPiecewiseLinear
{
    private readonly LayerWeight _weight;
    private readonly int _channels;

    /// <summary>Initializes a layer whose weights are drawn for a fan-in of H · W.</summary>
    public WeightedSum(NetworkSpec spec, int channels, int height, int width) : base(nameof(WeightedSum))
    {
        _channels = channels;
        _weight = spec.Weight(new(
            [channels, 1, height, width], OutputAxis: 0, FanIn: height * width, FanOut: 1, Gain: 1));
        register_module("weight", _weight);
    }

    public override Tensor forward(Tensor input) =>
        functional.conv2d(input, _weight.Value, groups: _channels).flatten(1);

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input) => PiecewiseLinearOutput.Recorded(input, forward);

    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Reshape",
        [
            graph.Add("Conv", [input, graph.Weight("weight", _weight)], OnnxAttribute.Of("group", _channels)),
            graph.Constant(-1, _channels),
        ]);
}
