namespace MLNet.Gan;

/// <summary>The losses and statistics of one step. They are read back from the device only for a report.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="DiscriminatorLoss">The discriminator's loss including its penalties, in its last update.</param>
/// <param name="GeneratorLoss">The generator's loss including its penalties.</param>
/// <param name="MeanRealLogit">The mean logit of the last real batch.</param>
/// <param name="MeanFakeLogit">The mean logit of the last generated batch.</param>
/// <param name="DiscriminatorGradientNorm">The norm of the discriminator's gradient, after update hooks such as clipping.</param>
/// <param name="GeneratorGradientNorm">The norm of the generator's gradient, after update hooks such as clipping.</param>
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
    /// The share of pairs of the last batch in which the real sample has the higher logit, in [0, 1].
    /// </summary>
    public double Accuracy { get; init; }

    /// <summary>The norm of all weights of the discriminators.</summary>
    public double DiscriminatorWeightNorm { get; init; }

    /// <summary>The norm of all weights of the generator.</summary>
    public double GeneratorWeightNorm { get; init; }

    /// <summary>
    /// Generated samples compared with real ones; null in reports between two comparisons, and where nothing monitors the run.
    /// </summary>
    public SampleStatistics? Samples { get; init; }

    /// <summary>The training controls of the step, as set by controllers.</summary>
    public TrainingControls Controls { get; init => field = Check.NotNull(value); } = new();

    /// <summary>What reactions to findings have changed until the step.</summary>
    public TrainingCorrections Corrections { get; init => field = Check.NotNull(value); } = new();
}
