namespace MLNet.Gan;

/// <summary>Random brightness, saturation and contrast, in this order (Zhao et al., 2020, sec. 4, "color").</summary>
/// <remarks>
/// The ranges are those of the authors' code, which applies them to samples in [−1, 1] directly: a brightness of
/// 0.5 is a quarter of the range from black to white. The result is not clamped to [−1, 1], since the gradient would
/// vanish there.
/// </remarks>
public sealed record ColorAugmentation : IAugmentation
{
    /// <summary>The largest offset b added to all values, x + U(−b, b), at least 0; default 0.5.</summary>
    public double Brightness { get; init => field = Check.NotNegative(value); } = 0.5;

    /// <summary>
    /// The range s of the factor U(1 − s, 1 + s) that scales the difference of colors from their gray, the mean over
    /// the channels; from 0 to 1; default 1. It has no effect on images of one channel.
    /// </summary>
    public double Saturation { get; init => field = Check.Share(value); } = 1;

    /// <summary>
    /// The range c of the factor U(1 − c, 1 + c) that scales the difference of values from their image's mean; from 0
    /// to 1; default 0.5.
    /// </summary>
    public double Contrast { get; init => field = Check.Share(value); } = 0.5;

    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        var changed = samples.Plus(draw.Uniform(samples, -Brightness, Brightness));
        if (samples.size(1) > 1)
            changed = Stretched(changed, [1], draw.Uniform(samples, 1 - Saturation, 1 + Saturation));
        changed = Stretched(changed, [1, 2, 3], draw.Uniform(samples, 1 - Contrast, 1 + Contrast));
        return draw.Choose(samples, changed);
    }

    private static Tensor Stretched(Tensor samples, long[] dimensions, Tensor factor) =>
        lerp(samples.mean(dimensions, keepdim: true), samples, factor);
}
