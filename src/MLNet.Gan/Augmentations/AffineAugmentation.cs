namespace MLNet.Gan;

/// <summary>
/// A random rotation, scaling, stretch and shift (Karras et al., 2020a, "general geometric transformations").
/// </summary>
/// <remarks>
/// All four are applied in one bilinear interpolation; images are continued beyond their border by reflection, as in
/// the paper. Unlike there, the four share one probability, and images are not upsampled first.
/// </remarks>
public sealed record AffineAugmentation : IAugmentation
{
    /// <summary>The largest angle α of the rotation by U(−α, α), in degrees, from 0 to 180; default 180.</summary>
    public double Rotation { get; init => field = Check.Angle(value); } = 180;

    /// <summary>The standard deviation σ of the scaling by 2^N(0, σ²), at least 0; default 0.2.</summary>
    public double Scale { get; init => field = Check.NotNegative(value); } = 0.2;

    /// <summary>
    /// The standard deviation σ of the stretch: with N = N(0, σ²), 2^N across and 2^−N down; at least 0; default 0.2.
    /// </summary>
    public double Stretch { get; init => field = Check.NotNegative(value); } = 0.2;

    /// <summary>
    /// The standard deviation σ of the shift as a share of each side, N(0, σ²), at least 0; default 1/8.
    /// </summary>
    public double Shift { get; init => field = Check.NotNegative(value); } = 0.125;

    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        var angle = draw.Uniform(samples, -Rotation, Rotation).Times(Math.PI / 180);
        var (cosine, sine) = (angle.cos(), angle.sin());
        var (scale, stretch) = (Octaves(samples, Scale, draw), Octaves(samples, Stretch, draw));

        // The inverse transformation: the position of each new pixel, relative to the image's center, in the original.
        var down = FromMiddle(samples, 2, draw) / scale * stretch;
        var across = FromMiddle(samples, 3, draw) / scale / stretch;
        var rows = (cosine * down - sine * across).Plus(Middle(samples, 2));
        var columns = (sine * down).Plus(cosine * across).Plus(Middle(samples, 3));
        return draw.Choose(samples, Pixels.At(samples, rows, columns));
    }

    private Tensor FromMiddle(Tensor samples, int axis, AugmentationDraw draw) =>
        Pixels.Along(samples, axis).to(samples.dtype).Minus(Middle(samples, axis))
            - draw.Normal(samples, Shift).Times(samples.size(axis));

    private static double Middle(Tensor samples, int axis) => (samples.size(axis) - 1) / 2.0;

    private static Tensor Octaves(Tensor samples, double deviation, AugmentationDraw draw) =>
        draw.Normal(samples, deviation * Math.Log(2)).exp();
}
