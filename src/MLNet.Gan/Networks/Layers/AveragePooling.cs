using MLNet.Gan.Onnx;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>Means of squares of factor × factor pixels: [N, C, H, W] to [N, C, H / factor, W / factor].</summary>
/// <param name="factor">The side of a square, at least 1; it should divide both sides.</param>
public sealed class AveragePooling(int factor = 2) : Module<Tensor, Tensor>(nameof(AveragePooling)), IOnnxLayer
{
    private readonly long[] _kernel = [factor, factor];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.avg_pool2d(input, _kernel);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "AveragePool", [input],
        OnnxAttribute.Ints("kernel_shape", _kernel),
        OnnxAttribute.Ints("strides", _kernel));
}
