using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>Average pooling over 2 × 2 pixels: [N, C, H, W] to [N, C, H/2, W/2].</summary>
public sealed class AveragePooling() : Module<Tensor, Tensor>(nameof(AveragePooling)), IOnnxLayer, IPiecewiseLinear
{
    private static readonly long[] Square = [2, 2];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.avg_pool2d(input, Square);

    PiecewiseLinearOutput IPiecewiseLinear.Trace(Tensor input) => PiecewiseLinearOutput.Recorded(input, forward);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "AveragePool", [input],
        OnnxAttribute.Ints("kernel_shape", Square),
        OnnxAttribute.Ints("strides", Square));
}
