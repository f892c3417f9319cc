namespace MLNet.Gan;

/// <summary>A random change of samples, real and generated alike, in front of every look of the discriminator.</summary>
/// <remarks>
/// It must be differentiable, since the generator learns through it. The discriminator then never sees a sample
/// without it, so the generator learns the unchanged distribution as long as the change can be undone in the mean
/// (Karras et al., 2020a, sec. 2.2).
/// </remarks>
public interface IAugmentation : IChoice
{
    /// <summary>Whether samples of a shape can be changed this way.</summary>
    bool Suits(SampleShape shape);

    /// <summary>The changed samples, as many and of the same shape, with their graph.</summary>
    /// <param name="samples">Samples [N, …].</param>
    /// <param name="draw">When, how often and from which random numbers.</param>
    Tensor Apply(Tensor samples, AugmentationDraw draw);

    /// <inheritdoc/>
    IEnumerable<string> IChoice.Problems(GanSetup setup)
    {
        if (!Suits(setup.Shape))
            yield return $"Augmentations has {this}, which cannot change {setup.Shape}. Leave it out.";
    }
}
