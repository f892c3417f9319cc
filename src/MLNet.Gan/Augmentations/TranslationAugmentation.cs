namespace MLNet.Gan;

/// <summary>A shift by whole pixels, vertically and horizontally (Zhao et al., 2020, sec. 4, "translation").</summary>
public sealed record TranslationAugmentation : IAugmentation
{
    /// <summary>
    /// The largest shift as a share of each side, rounded to pixels; uniform over all shifts up to it in both
    /// directions; from 0 to 1; default 1/8.
    /// </summary>
    public double Share { get; init => field = Check.Share(value); } = 0.125;

    /// <summary>The value of the pixels outside the image, from −1 to 1; default 0.</summary>
    /// <remarks>
    /// The authors' 0 is the gray half-way between black and white. It suits images on a black background (−1) too: the
    /// fill shows the discriminator by how much an image was shifted, so the generator has no incentive to generate
    /// shifted images. With −1 a shifted digit is indistinguishable from others, and generated ones could drift.
    /// </remarks>
    public double Fill { get; init => field = Check.Pixel(value); }

    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        var (rows, columns) = (Sources(samples, 2, draw), Sources(samples, 3, draw));
        var moved = Gathered(Gathered(samples, 2, rows), 3, columns);
        using Scalar fill = Fill;
        return draw.Choose(samples, moved.masked_fill(Outside(samples, 2, rows) | Outside(samples, 3, columns), fill));
    }

    /// <summary>Returns the source row, or column, of each row or column of each sample.</summary>
    private Tensor Sources(Tensor samples, int axis, AugmentationDraw draw)
    {
        var most = (long)(samples.size(axis) * Share + 0.5);
        return Pixels.Along(samples, axis) - draw.Integers(samples, -most, most);
    }

    private static Tensor Gathered(Tensor samples, int axis, Tensor sources)
    {
        using Scalar first = 0, last = samples.size(axis) - 1;
        return samples.gather(axis, sources.clamp(first, last).expand(samples.Sizes()));
    }

    private static Tensor Outside(Tensor samples, int axis, Tensor sources)
    {
        using Scalar first = 0, end = samples.size(axis);
        return (sources < first) | (sources >= end);
    }
}
