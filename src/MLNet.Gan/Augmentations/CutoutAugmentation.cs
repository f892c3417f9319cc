namespace MLNet.Gan;

/// <summary>
/// Replaces a random rectangle by a constant (DeVries &amp; Taylor, 2017; Zhao et al., 2020, sec. 4).
/// </summary>
public sealed record CutoutAugmentation : IAugmentation
{
    /// <summary>
    /// The rectangle's sides as a share of the image's, rounded to pixels; from 0 to 1; default 1/2. Its center is
    /// uniform over the image, so it can reach beyond the border and cover less.
    /// </summary>
    public double Share { get; init => field = Check.Share(value); } = 0.5;

    /// <summary>The value of the pixels in the rectangle, from −1 to 1; default 0.</summary>
    /// <remarks>
    /// The authors' 0 is a gray that differs from a black (−1) and from a white background, so the discriminator can
    /// recognize the rectangle as such and the generator need not reproduce it.
    /// </remarks>
    public double Fill { get; init => field = Check.Pixel(value); }

    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        using Scalar fill = Fill;
        return draw.Choose(samples, samples.masked_fill(Inside(samples, 2, draw) & Inside(samples, 3, draw), fill));
    }

    /// <summary>Returns which rows, or columns, of each sample the rectangle covers.</summary>
    private Tensor Inside(Tensor samples, int axis, AugmentationDraw draw)
    {
        // The center of an even rectangle lies between two pixels, so it has one position more than that of an odd one.
        var (size, side) = (samples.size(axis), (long)(samples.size(axis) * Share + 0.5));
        var first = draw.Integers(samples, 0, size - side % 2).Minus(side / 2);
        var pixels = Pixels.Along(samples, axis);
        return (pixels >= first) & (pixels < first.Plus(side));
    }
}
