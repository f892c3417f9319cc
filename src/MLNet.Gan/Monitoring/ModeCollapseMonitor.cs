using System.Globalization;

namespace MLNet.Gan;

/// <summary>Finds a generator whose samples are nearly all equal.</summary>
public sealed record ModeCollapseMonitor : IMonitor
{
    /// <summary>
    /// The diversity below which samples count as collapsed (<see cref="SampleStatistics.Diversity"/>), in (0, 1); default 0.25.
    /// </summary>
    public double Diversity { get; init => field = Check.OpenFraction(value); } = 0.25;

    /// <summary>The number of comparisons in a row, at least 1; default 2.</summary>
    public int Comparisons { get; init => field = Check.Positive(value); } = 2;

    /// <summary>
    /// The number of steps that the averaged generator has to leave its initial weights, at least 0; default 1 000.
    /// </summary>
    public int MinimumSteps { get; init => field = Check.NotNegative(value); } = 1000;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Latest is not { Samples: { } samples, Step: var step } || history.Steps < MinimumSteps)
            return null;
        return RunHistory.Since(history.Compared, Comparisons, report => report.Samples!.Diversity < Diversity) is not { } since ? null
            : new(step, string.Create(CultureInfo.InvariantCulture,
                $"Mode collapse: two generated samples differ on average by {samples.Diversity:P0} of what two real ones do, "
                    + $"{samples.DuplicateShare:P0} of them have a near-duplicate, and {samples.Coverage:P0} of the real samples have a generated one near them."))
            {
                Since = since,
                Advice = $"Add an {nameof(R1Penalty)} and an {nameof(R2Penalty)} or strengthen them, lower the learning rates, or use the "
                    + $"{nameof(RelativisticPairingLoss)}.",
            };
    }
}
