using System.Globalization;

namespace MLNet.Gan;

/// <summary>
/// Finds a class whose generated samples do not look like it, and a category of one-hot columns that is hardly generated.
/// </summary>
/// <remarks>
/// Classes need 8 rows among the compared ones. A category is one of the two values of a component that real samples have with at
/// least <see cref="LeastShare"/>.
/// </remarks>
public sealed record DroppedCategoryMonitor : IMonitor
{
    /// <summary>The coverage below which a class is dropped, in (0, 1); default 0.1.</summary>
    public double ClassCoverage { get; init => field = Check.OpenFraction(value); } = 0.1;

    /// <summary>The share of its real share below which a category is dropped, in (0, 1); default 0.2.</summary>
    public double ShareOfReal { get; init => field = Check.OpenFraction(value); } = 0.2;

    /// <summary>The share of real samples from which on a category counts, in (0, 1); default 0.05.</summary>
    public double LeastShare { get; init => field = Check.OpenFraction(value); } = 0.05;

    /// <summary>The number of comparisons in a row, at least 1; default 3.</summary>
    public int Comparisons { get; init => field = Check.Positive(value); } = 3;

    /// <summary>The number of steps before which there is no finding, at least 0; default 1 000.</summary>
    public int MinimumSteps { get; init => field = Check.NotNegative(value); } = 1000;

    /// <inheritdoc/>
    public IReadOnlyList<IReaction> Reactions { get; init => field = Check.Items(value); } = [];

    /// <inheritdoc/>
    public Finding? Observe(RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Latest is not { Samples: { } samples, Step: var step } || history.Steps < MinimumSteps)
            return null;
        if (RunHistory.Since(history.Compared, Comparisons, report => report.Samples!.LowestClassCoverage < ClassCoverage) is { } ofClass)
            return new(step, string.Create(CultureInfo.InvariantCulture,
                $"Class {samples.LowestClassName} is dropped: {samples.LowestClassCoverage:P0} of its real samples have a generated one of "
                    + $"the class near them, of all {samples.Coverage:P0}."))
            {
                Since = ofClass,
                Advice = $"Set {nameof(GanOptions.BalanceClasses)}, give more rows of the class, or train for more steps.",
            };
        return RunHistory.Since(history.Compared, Comparisons, report => IsDropped(report.Samples!)) is not { } since ? null
            : new(step, string.Create(CultureInfo.InvariantCulture,
                $"A category is dropped: component {samples.RarestCategoryName} has one of its two values in {samples.RarestCategoryRealShare:P1} "
                    + $"of the real samples, but in {samples.RarestCategoryShare:P1} of the generated ones."))
            {
                Since = since,
                Advice = $"Strengthen the penalties, use {nameof(GanOptions.Packing)}, or make the category the label "
                    + $"({nameof(GanOptions.LabelColumnName)}) with {nameof(GanOptions.BalanceClasses)}.",
            };
    }

    private bool IsDropped(SampleStatistics samples) =>
        samples.RarestCategoryRealShare >= LeastShare && samples.RarestCategoryShare < ShareOfReal * samples.RarestCategoryRealShare;
}
