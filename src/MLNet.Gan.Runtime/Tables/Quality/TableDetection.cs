namespace MLNet.Gan.Metrics;

/// <summary>How well a classifier tells synthetic rows from real ones, in a stratified cross-validation.</summary>
public sealed record TableDetection
{
    /// <summary>
    /// The mean of the folds' areas under the ROC curve: 0.5 if it cannot tell them apart, 1 if it always does. Less than 0.5 is no
    /// quality: it is chance, or synthetic rows are copies of the real ones that the classifier has learned as real.
    /// </summary>
    public required double AreaUnderRocCurve { get; init; }

    /// <summary>The interval of the area: the corrected resampled t interval of Nadeau &amp; Bengio (2003), cut to [0, 1].</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>
    /// The number of rows of each kind, real and synthetic; of tables with very many columns so few that there are two million values.
    /// </summary>
    public required int Rows { get; init; }

    /// <summary>The number of folds.</summary>
    public required int Folds { get; init; }

    /// <summary>
    /// The columns that help most, by the area's drop in the last fold, largest first, at most 10, of the 50 with the worst shapes; empty where the classifier does not
    /// tell the rows apart beyond chance.
    /// </summary>
    public IReadOnlyList<TellingColumn> TellingColumns { get; init; } = [];
}
