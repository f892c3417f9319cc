using MLNet.Gan.Reports;

namespace MLNet.Gan;

/// <summary>The report of what was done to training rows.</summary>
internal static class AugmentReport
{
    /// <summary>Returns the report of a result.</summary>
    public static RunReport Of(AugmentResult result, string title) => new()
    {
        Title = title,
        Summary = result.Summary,
        Sections = result.Comparison is { } comparison ? [Rows(result), Compared(comparison)] : [Rows(result)],
    };

    private static TableSection Rows(AugmentResult result) => new()
    {
        Title = "Training rows",
        Columns = ["class", "real rows", "added rows", "weight of a row"],
        Rows =
        [
            .. result.RealRows.OrderByDescending(real => real.Value).ThenBy(real => real.Key, StringComparer.Ordinal).Select(IReadOnlyList<ReportValue> (real) =>
                [real.Key, real.Value, result.AddedRows.GetValueOrDefault(real.Key), result.Weights?.GetValueOrDefault(real.Key, 1) ?? 1]),
        ],
    };

    private static TableSection Compared(ResamplingComparison comparison) => new()
    {
        Title = $"Compared by {comparison.ScoreName}, in {comparison.Scheme}",
        Columns = ["method", comparison.ScoreName, "difference", "from", "to", "confidence level", "why not tried"],
        Rows =
        [
            ["none", comparison.Unchanged, "", "", "", "", ""],
            .. comparison.Candidates.Select(IReadOnlyList<ReportValue> (candidate) => candidate.Difference is { } interval
                ? [comparison.NameOf(candidate), candidate.Mean, candidate.Mean - comparison.Unchanged, interval.Low, interval.High, interval.Level, ""]
                : [comparison.NameOf(candidate), "", "", "", "", "", candidate.Problem ?? ""]),
        ],
    };
}
