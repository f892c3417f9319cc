namespace MLNet.Gan;

/// <summary>What controllers can change while a run goes on.</summary>
public sealed record TrainingControls
{
    /// <summary>The number of discriminator updates in a step, at least 1.</summary>
    public int DiscriminatorSteps { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The number of generator updates in a step, at least 1.</summary>
    public int GeneratorSteps { get; init => field = Check.Positive(value); } = 1;

    /// <summary>What both learning rates are multiplied by, greater than 0.</summary>
    public double LearningRateFactor { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The share of samples that are augmented; null where the options' schedule says it.</summary>
    public double? AugmentationProbability { get; init; }
}
