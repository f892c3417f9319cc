namespace MLNet.Gan;

/// <summary>What one step came to. Numbers are read back from the device only for a report.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="DiscriminatorLoss">The discriminator's loss with its penalties, in its last update.</param>
/// <param name="GeneratorLoss">The generator's loss with its penalties.</param>
/// <param name="MeanRealLogit">What the discriminator said of the last real batch.</param>
/// <param name="MeanFakeLogit">What it said of the last generated one.</param>
/// <param name="DiscriminatorGradientNorm">The length of the discriminator's gradient.</param>
/// <param name="GeneratorGradientNorm">The length of the generator's gradient.</param>
public sealed record StepReport(
    long Step,
    double DiscriminatorLoss,
    double GeneratorLoss,
    double MeanRealLogit,
    double MeanFakeLogit,
    double DiscriminatorGradientNorm,
    double GeneratorGradientNorm)
{
    /// <summary>
    /// The share of pairs of the last batch in which the real sample had the higher logit, in [0, 1].
    /// </summary>
    public double Accuracy { get; init; }

    /// <summary>What controllers had set for the step.</summary>
    public TrainingControls Controls { get; init => field = Check.NotNull(value); } = new();
}
