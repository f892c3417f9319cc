namespace MLNet.Gan;

/// <summary>Other brightness, saturation and contrast, in this order (Zhao et al., 2020, sec. 4, "color").</summary>
/// <remarks>
/// The ranges are those of the authors' programs, which apply them to samples in [−1, 1] as they are: a brightness of
/// 0.5 is a quarter of the way from black to white. The result is not cut off at −1 and 1, where the gradient would
/// vanish.
/// </remarks>
public sealed record ColorAugmentation : IAugmentation
{
    /// <summary>The largest amount b that is added to all values, x + U(−b, b), at least 0; default 0.5.</summary>
    public double Brightness { get; init => field = Check.NotNegative(value); } = 0.5;

    /// <summary>
    /// How far s the colors' distance from their gray, the mean over the channels, is scaled by U(1 − s, 1 + s); from
    /// 0 to 1; default 1. Nothing happens to images of one channel.
    /// </summary>
    public double Saturation { get; init => field = Check.Share(value); } = 1;

    /// <summary>
    /// How far c the values' distance from their image's mean is scaled by U(1 − c, 1 + c); from 0 to 1; default 0.5.
    /// </summary>
    public double Contrast { get; init => field = Check.Share(value); } = 0.5;

    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        var changed = samples.Plus(draw.Uniform(samples, -Brightness, Brightness));
        if (samples.shape[1] > 1)
            changed = Stretched(changed, [1], draw.Uniform(samples, 1 - Saturation, 1 + Saturation));
        changed = Stretched(changed, [1, 2, 3], draw.Uniform(samples, 1 - Contrast, 1 + Contrast));
        return draw.Choose(samples, changed);
    }

    private static Tensor Stretched(Tensor samples, long[] dimensions, Tensor factor) =>
        lerp(samples.mean(dimensions, keepdim: true), samples, factor);
}
