namespace MLNet.Gan;

/// <summary>Raises the least probability of the options' augmentations; without any, or where it is as high already, it is no reaction.</summary>
public sealed record RaiseAugmentation : IReaction
{
    /// <summary>What is added, in (0, 1]; default 0.2.</summary>
    public double Change { get; init => field = Check.Probability(value); } = 0.2;

    /// <summary>The highest probability, in (0, 1]; default 0.8, above which augmentations appear in generated samples.</summary>
    public double Most { get; init => field = Check.Probability(value); } = 0.8;

    /// <inheritdoc/>
    public TrainingCorrections Apply(TrainingCorrections corrections, long step)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        return corrections with { AugmentationProbability = Math.Min(Most, corrections.AugmentationProbability + Change) };
    }
}
