using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>
/// Nearest-neighbor upsampling, which repeats every pixel twice along both axes: [N, C, H, W] to [N, C, 2H, 2W].
/// </summary>
/// <remarks><see cref="AveragePooling"/> is its exact inverse.</remarks>
public sealed class NearestUpsampling() : Module<Tensor, Tensor>(nameof(NearestUpsampling)), IOnnxLayer
{
    private static readonly double[] Scale = [2, 2];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.interpolate(input, scale_factor: Scale, mode: InterpolationMode.Nearest);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Resize", [input, OnnxValue.Absent, graph.Weight("scales", [1, 1, 2, 2], 4)],
        OnnxAttribute.Of("mode", "nearest"),
        OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"),
        OnnxAttribute.Of("nearest_mode", "floor"));
}
