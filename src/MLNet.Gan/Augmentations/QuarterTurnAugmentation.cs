namespace MLNet.Gan;

/// <summary>No, one, two or three quarter turns, all equally likely (Karras et al., 2020a, "90° rotations").</summary>
/// <remarks>For square images, which alone keep their shape.</remarks>
public sealed record QuarterTurnAugmentation : IAugmentation
{
    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage && shape.Height == shape.Width;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        // To the left: transposed and upside down; then turned by half; then transposed and mirrored.
        var turns = draw.Whole(samples, 0, 3);
        using Scalar one = 1, two = 2, three = 3;
        var turned = where((turns == one) | (turns == three), samples.transpose(2, 3), samples);
        turned = where((turns == one) | (turns == two), turned.flip(2), turned);
        turned = where((turns == two) | (turns == three), turned.flip(3), turned);
        return draw.Choose(samples, turned);
    }
}
