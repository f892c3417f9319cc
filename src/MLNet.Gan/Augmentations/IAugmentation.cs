namespace MLNet.Gan;

/// <summary>A random transformation of real and generated samples, applied before every discriminator pass.</summary>
/// <remarks>
/// It must be differentiable, since the generator's gradient passes through it. The discriminator never receives a
/// sample without it, so the generator learns the unaugmented distribution as long as the transformation is
/// invertible as an operation on distributions (Karras et al., 2020a, sec. 2.2).
/// </remarks>
public interface IAugmentation : IChoice
{
    /// <summary>Returns whether the augmentation can be applied to samples of a shape.</summary>
    bool Suits(SampleShape shape);

    /// <summary>Returns the augmented samples, of the same number and shape, differentiably.</summary>
    /// <param name="samples">Samples [N, …].</param>
    /// <param name="draw">The step, the probability and the random number generator.</param>
    Tensor Apply(Tensor samples, AugmentationDraw draw);

    /// <inheritdoc/>
    IEnumerable<string> IChoice.Problems(GanSetup setup)
    {
        if (!Suits(setup.Shape))
            yield return $"Augmentations has {this}, which cannot change {setup.Shape}. Leave it out.";
    }
}
