using System.Globalization;

namespace MLNet.Gan;

/// <summary>Finds a generator that leaves a part of the data out, or has lost a part that it covered.</summary>
public sealed record PartialModeCollapseMonitor : IMonitor
{
    private const double Rise = 0.02;

    /// <summary>
    /// The coverage below which a part is missing (<see cref="SampleStatistics.Coverage"/>), in (0, 1); default 0.35.
    /// </summary>
    public double Coverage { get; init => field = Check.OpenFraction(value); } = 0.35;

    /// <summary>The share of the best coverage so far below which a part is lost, in (0, 1); default 0.6.</summary>
    public double ShareOfBest { get; init => field = Check.OpenFraction(value); } = 0.6;

    /// <summary>
    /// The share of the precision below which the coverage is that of a narrow generator, together with
    /// <see cref="NarrowDiversity"/>, in (0, 1); default 0.65.
    /// </summary>
    public double ShareOfPrecision { get; init => field = Check.OpenFraction(value); } = 0.65;

    /// <summary>The diversity below which a generator is narrow, in (0, 1); default 0.85.</summary>
    public double NarrowDiversity { get; init => field = Check.OpenFraction(value); } = 0.85;

    /// <summary>The number of comparisons in a row, at least 1; default 3.</summary>
    public int Comparisons { get; init => field = Check.Positive(value); } = 3;

    /// <summary>
    /// The diversity below which collapse is not partial (<see cref="ModeCollapseMonitor"/>), in (0, 1); default 0.25.
    /// </summary>
    public double Diversity { get; init => field = Check.OpenFraction(value); } = 0.25;

    /// <summary>The number of steps before which low coverage is no finding, at least 0; default 1 000.</summary>
    public int MinimumSteps { get; init => field = Check.NotNegative(value); } = 1000;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Latest is not { Samples: { } samples, Step: var step })
            return null;
        var best = history.Compared.Max(report => report.Samples!.Coverage);
        var isLate = history.Steps >= MinimumSteps;
        var least = Math.Max(isLate && !IsRising(history) ? Coverage : 0, best > Coverage ? ShareOfBest * best : 0);
        bool IsPartial(StepReport report) => report.Samples is { } seen && seen.Diversity > Diversity
            && (seen.Coverage < least || (isLate && seen.Diversity < NarrowDiversity && seen.Coverage < ShareOfPrecision * seen.Precision));
        return RunHistory.Since(history.Compared, Comparisons, IsPartial) is not { } since ? null
            : new(step, string.Create(CultureInfo.InvariantCulture,
                $"Partial mode collapse: {samples.Coverage:P0} of the real samples have a generated one near them, at best "
                    + $"{best:P0} had; {samples.Precision:P0} of the generated ones are near a real one."))
            {
                Since = since,
                Advice = $"Add an {nameof(R1Penalty)} or strengthen it, use larger batches or {nameof(GanOptions.Packing)}, or a wider generator.",
            };
    }

    /// <summary>Whether the coverage has grown since twice as many comparisons before.</summary>
    private bool IsRising(RunHistory history)
    {
        double[] recent = [.. history.Compared.TakeLast(2 * Comparisons).Select(report => report.Samples!.Coverage)];
        return recent.Length < 2 * Comparisons || recent[Comparisons..].Average() > recent[..Comparisons].Average() + Rise;
    }
}
