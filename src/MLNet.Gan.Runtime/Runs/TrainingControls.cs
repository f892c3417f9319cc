namespace MLNet.Gan;

/// <summary>The settings that controllers can change during a run.</summary>
public sealed record TrainingControls
{
    /// <summary>The number of discriminator updates in a step, at least 1.</summary>
    public int DiscriminatorSteps { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The number of generator updates in a step, at least 1.</summary>
    public int GeneratorSteps { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The factor of both learning rates, greater than 0.</summary>
    public double LearningRateFactor { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The share of samples that are augmented, from 0 to 1; null for that of the options' schedule.</summary>
    public double? AugmentationProbability { get; init => field = value is { } share ? Check.Share(share) : null; }
}
