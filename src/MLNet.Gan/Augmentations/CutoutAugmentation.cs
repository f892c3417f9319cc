namespace MLNet.Gan;

/// <summary>A rectangle of each image is blotted out (DeVries &amp; Taylor, 2017; Zhao et al., 2020, sec. 4).</summary>
public sealed record CutoutAugmentation : IAugmentation
{
    /// <summary>
    /// The rectangle's sides as a share of the image's, rounded to pixels; from 0 to 1; default 1/2. Its middle may lie
    /// anywhere in the image, so that it can reach beyond the border and blot out less.
    /// </summary>
    public double Share { get; init => field = Check.Share(value); } = 0.5;

    /// <summary>The value of the pixels in the rectangle, from −1 to 1; default 0.</summary>
    /// <remarks>
    /// The authors' 0 is a gray that can be told apart from a black (−1) and a white background. What the discriminator
    /// knows for a hole, the generator need not draw.
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

    /// <summary>Which rows, or columns, of each sample the rectangle covers.</summary>
    private Tensor Inside(Tensor samples, int axis, AugmentationDraw draw)
    {
        // An even rectangle's middle lies between two pixels, so that it has one place more than an odd one's.
        var (size, side) = (samples.shape[axis], (long)(samples.shape[axis] * Share + 0.5));
        var first = draw.Whole(samples, 0, size - side % 2).Minus(side / 2);
        var pixels = Pixels.Along(samples, axis);
        return (pixels >= first) & (pixels < first.Plus(side));
    }
}
