namespace MLNet.Gan;

/// <summary>An image or its mirror image, either with probability ½ (Karras et al., 2020a, "x-flip").</summary>
/// <remarks>
/// A changed sample is mirrored only every other time: were all of them mirrored, a probability near 1 would turn the
/// whole data around.
/// </remarks>
public sealed record FlipAugmentation : IAugmentation
{
    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw) => draw.Choose(samples, where(
        draw.Whole(samples, 0, 1) == Arithmetic.One, samples.flip(3), samples));
}
