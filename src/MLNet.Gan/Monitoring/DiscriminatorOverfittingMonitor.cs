using System.Globalization;

namespace MLNet.Gan;

/// <summary>
/// Finds a discriminator that knows the training rows by heart: held-out real samples get logits like generated ones.
/// </summary>
/// <remarks>
/// It needs held-out rows (<see cref="ScoringOptions.HoldOut"/>), and watches (D(training) − D(held out)) / (D(training) −
/// D(generated)), the heuristic r_v of Karras et al. (2020a, eq. 1).
/// </remarks>
public sealed record DiscriminatorOverfittingMonitor : IMonitor
{
    /// <summary>The ratio from which on it overfits, in (0, 1); default 0.5.</summary>
    public double Ratio { get; init => field = Check.OpenFraction(value); } = 0.5;

    /// <summary>The discriminator's accuracy from which on its logits tell samples apart, in (0, 1); default 0.8.</summary>
    public double Accuracy { get; init => field = Check.OpenFraction(value); } = 0.8;

    /// <summary>The number of comparisons in a row, at least 1; default 3.</summary>
    public int Comparisons { get; init => field = Check.Positive(value); } = 3;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Latest is not { Samples: { HeldOutLogit: { } heldOut } samples, Step: var step })
            return null;
        return RunHistory.Since(history.Compared, Comparisons, report => report.Accuracy >= Accuracy && RatioOf(report.Samples!) > Ratio)
            is not { } since ? null
            : new(step, string.Create(CultureInfo.InvariantCulture,
                $"The discriminator overfits: its mean logit is {samples.TrainingLogit:G3} for real samples of the training, "
                    + $"{heldOut:G3} for held-out ones and {samples.GeneratedLogit:G3} for generated ones."))
            {
                Since = since,
                Advice = $"Add {nameof(GanOptions.Augmentations)} with {nameof(AdaptiveAugmentation)}, give more rows, strengthen the penalties, or "
                    + "train for fewer steps.",
            };
    }

    private static double RatioOf(SampleStatistics samples) => samples is { HeldOutLogit: { } heldOut } && samples.TrainingLogit > samples.GeneratedLogit
        ? (samples.TrainingLogit - heldOut) / (samples.TrainingLogit - samples.GeneratedLogit)
        : 0;
}
