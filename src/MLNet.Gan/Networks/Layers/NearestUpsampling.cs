using MLNet.Gan.Onnx;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Networks.Layers;

/// <summary>Repeats every pixel: [N, C, H, W] to [N, C, factor · H, factor · W].</summary>
/// <remarks><see cref="AveragePooling"/> by the same factor undoes it.</remarks>
/// <param name="factor">How often a pixel is repeated along each axis, at least 1.</param>
public sealed class NearestUpsampling(int factor = 2) : Module<Tensor, Tensor>(nameof(NearestUpsampling)), IOnnxLayer
{
    private readonly double[] _scale = [factor, factor];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.interpolate(input, scale_factor: _scale, mode: InterpolationMode.Nearest);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Resize", [input, OnnxValue.Absent, graph.Weight("scales", [1, 1, factor, factor], 4)],
        OnnxAttribute.Of("mode", "nearest"),
        OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"),
        OnnxAttribute.Of("nearest_mode", "floor"));
}
