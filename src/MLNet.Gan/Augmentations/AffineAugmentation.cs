namespace MLNet.Gan;

/// <summary>
/// A random turn, size, stretch and shift at once (Karras et al., 2020a, "general geometric transformations").
/// </summary>
/// <remarks>
/// One interpolation serves all four, between the four nearest pixels; beyond its border an image goes on as its mirror
/// image, as in the paper. Unlike there, the four share one chance, and pixels are not sampled more finely first.
/// </remarks>
public sealed record AffineAugmentation : IAugmentation
{
    /// <summary>The largest angle α of a turn by U(−α, α), in degrees, from 0 to 180; default 180.</summary>
    public double Rotation { get; init => field = Check.Angle(value); } = 180;

    /// <summary>The deviation σ of a magnification by 2^N(0, σ²), at least 0; default 0.2.</summary>
    public double Scale { get; init => field = Check.NotNegative(value); } = 0.2;

    /// <summary>
    /// The deviation σ of a stretch, N = N(0, σ²), across by 2^N and down by 2^−N, at least 0; default 0.2.
    /// </summary>
    public double Stretch { get; init => field = Check.NotNegative(value); } = 0.2;

    /// <summary>The deviation σ of the shifts along each side by N(0, σ²) of it, at least 0; default 1/8.</summary>
    public double Shift { get; init => field = Check.NotNegative(value); } = 0.125;

    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        var angle = draw.Uniform(samples, -Rotation, Rotation).Times(Math.PI / 180);
        var (cosine, sine) = (angle.cos(), angle.sin());
        var (scale, stretch) = (Octaves(samples, Scale, draw), Octaves(samples, Stretch, draw));

        // A new pixel's place from the image's middle, sent back to where it came from.
        var down = FromMiddle(samples, 2, draw) / scale * stretch;
        var across = FromMiddle(samples, 3, draw) / scale / stretch;
        var rows = (cosine * down - sine * across).Plus(Middle(samples, 2));
        var columns = (sine * down).Plus(cosine * across).Plus(Middle(samples, 3));
        return draw.Choose(samples, Pixels.At(samples, rows, columns));
    }

    private Tensor FromMiddle(Tensor samples, int axis, AugmentationDraw draw) =>
        Pixels.Along(samples, axis).to(samples.dtype).Minus(Middle(samples, axis))
            - draw.Normal(samples, Shift).Times(samples.shape[axis]);

    private static double Middle(Tensor samples, int axis) => (samples.shape[axis] - 1) / 2.0;

    private static Tensor Octaves(Tensor samples, double deviation, AugmentationDraw draw) =>
        draw.Normal(samples, deviation * Math.Log(2)).exp();
}
