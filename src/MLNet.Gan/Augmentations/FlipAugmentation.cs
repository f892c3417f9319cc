namespace MLNet.Gan;

/// <summary>A horizontal flip with probability ½ (Karras et al., 2020a, "x-flip").</summary>
/// <remarks>
/// A sample that is selected for augmentation is flipped with probability ½ only: if all were flipped, a probability
/// near 1 would mirror the whole data set.
/// </remarks>
public sealed record FlipAugmentation : IAugmentation
{
    /// <inheritdoc/>
    public bool Suits(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public Tensor Apply(Tensor samples, AugmentationDraw draw) => draw.Choose(samples, where(
        draw.Integers(samples, 0, 1) == Arithmetic.One, samples.flip(3), samples));
}
