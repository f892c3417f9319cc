namespace MLNet.Gan;

/// <summary>
/// A rotation by 0°, 90°, 180° or 270° with equal probability (Karras et al., 2020a, "90° rotations").
/// </summary>
/// <remarks>For square images only, since others would change their shape.</remarks>
public sealed record QuarterTurnAugmentation : IAugmentation
{
    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage && shape.Height == shape.Width;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw)
    {
        // Counterclockwise by 90°: transposed and flipped vertically; by 180°; by 270°: transposed and flipped
        // horizontally.
        var turns = draw.Integers(samples, 0, 3);
        using Scalar one = 1, two = 2, three = 3;
        var turned = where((turns == one) | (turns == three), samples.transpose(2, 3), samples);
        turned = where((turns == one) | (turns == two), turned.flip(2), turned);
        turned = where((turns == two) | (turns == three), turned.flip(3), turned);
        return draw.Choose(samples, turned);
    }
}
