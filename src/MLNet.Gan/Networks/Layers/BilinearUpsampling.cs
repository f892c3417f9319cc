using static TorchSharp.torch.nn;

namespace MLNet.Gan.Layers;

/// <summary>Bilinear interpolation between pixel centers to twice the sides: [N, C, H, W] to [N, C, 2H, 2W].</summary>
/// <remarks>
/// Along each axis a new pixel is ¾ of the nearest old one and ¼ of the next; at the border the nearest alone. Bilinear
/// interpolation to half the sides is <see cref="AveragePooling"/>.
/// </remarks>
public sealed class BilinearUpsampling() : Module<Tensor, Tensor>(nameof(BilinearUpsampling)), IOnnxLayer
{
    private static readonly double[] Scale = [2, 2];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.interpolate(
        input, scale_factor: Scale, mode: InterpolationMode.Bilinear, align_corners: false);

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue input) => graph.Add(
        "Resize", [input, OnnxValue.Absent, graph.Weight("scales", [1, 1, 2, 2], 4)],
        OnnxAttribute.Of("mode", "linear"),
        OnnxAttribute.Of("coordinate_transformation_mode", "half_pixel"));
}
