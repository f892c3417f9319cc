using System.Globalization;

namespace MLNet.Gan;

/// <summary>
/// Finds a discriminator that tells all samples apart, while the generator's gradient vanishes relative to its own history.
/// </summary>
public sealed record VanishingGradientMonitor : IMonitor
{
    /// <summary>The discriminator's accuracy from which on it wins, in (0, 1); default 0.98.</summary>
    public double Accuracy { get; init => field = Check.OpenFraction(value); } = 0.98;

    /// <summary>
    /// The share of the largest gradient norm of the first reports below which the generator's gradient has vanished, in (0, 1);
    /// default 0.01.
    /// </summary>
    public double ShareOfNorm { get; init => field = Check.OpenFraction(value); } = 0.01;

    /// <summary>The distance of the mean logits from which on the discriminator is certain, greater than 0; default 10.</summary>
    public double LogitGap { get; init => field = Check.Positive(value); } = 10;

    /// <summary>The number of reports in a row, at least 1; default 5.</summary>
    public int Reports { get; init => field = Check.Positive(value); } = 5;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (latest, reports) = (history.Latest, history.Reports);
        var norm = history.First.Max(report => report.GeneratorGradientNorm);
        bool Vanishes(StepReport report) => report.Accuracy >= Accuracy
            && (report.GeneratorGradientNorm < ShareOfNorm * norm || report.MeanRealLogit - report.MeanFakeLogit > LogitGap);
        return RunHistory.Since(reports, Reports, Vanishes) is not { } since ? null
            : new(latest.Step, string.Create(CultureInfo.InvariantCulture,
                $"The discriminator wins: its accuracy is {latest.Accuracy:P0} with mean logits of {latest.MeanRealLogit:G3} (real) and "
                    + $"{latest.MeanFakeLogit:G3} (generated), and the generator's gradient norm is {latest.GeneratorGradientNorm:G3} after "
                    + $"{norm:G3} at the start."))
            {
                Since = since,
                Advice = $"Use the {nameof(NonSaturatingLoss)}, add an {nameof(R1Penalty)} or strengthen it, lower the discriminator's learning "
                    + $"rate or {nameof(GanOptions.DiscriminatorSteps)}, or add {nameof(InstanceNoise)}.",
            };
    }
}
