using System.Globalization;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Metrics;

/// <summary>The rows of the tables in which the quality of a table is shown.</summary>
internal static class TableQualityRows
{
    /// <summary>The most columns or pairs that are listed, those farthest below what chance gives first.</summary>
    public const int Most = 40;

    /// <summary>The names of the columns of <see cref="Columns"/>.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = ["column", "distance", "shape", "of holdout rows", "coverage", "missing", "missing synthetic"];

    /// <summary>The names of the columns of <see cref="Pairs"/>.</summary>
    public static IReadOnlyList<string> PairNames { get; } = ["first", "second", "measure", "real", "synthetic", "score", "of holdout rows"];

    /// <summary>The main values: name, of synthetic rows, of holdout rows, interval.</summary>
    public static IEnumerable<IReadOnlyList<ReportValue>> Values(TableQuality quality)
    {
        yield return ["column shapes", Rounded(quality.ColumnShapes), Rounded(quality.ColumnShapesReference), ""];
        if (quality.PairScore is { } pairs)
            yield return ["pair trends", Rounded(pairs), Rounded(quality.PairReference), ""];
        yield return ["coverage", Rounded(quality.Coverage), "", ""];
        if (quality.Detection is { } detection)
            yield return ["detection (AUC; 0.5 is chance)", Rounded(detection.AreaUnderRocCurve), "", Interval(detection.Interval)];
        if (quality.Memorization is { } memorization)
        {
            yield return ["nearer to training rows (0.5 is chance)", Rounded(memorization.NearerToTraining), "", Interval(memorization.Interval)];
            yield return ["ratio of distances, median (1 is chance)", Rounded(memorization.MedianRatio), "", ""];
            yield return ["ratio of distances, 5 %", Rounded(memorization.LowRatio), "", ""];
        }

        var copies = quality.Copies;
        yield return ["share of rows equal to a training row", Rounded((double)copies.Rows.Count / copies.SyntheticRows),
            copies.HoldoutRows is { } rows ? Rounded((double)copies.HoldoutCopies!.Value / rows) : "", Interval(copies.Interval)];
    }

    /// <summary>The columns, the worst first.</summary>
    public static IEnumerable<IReadOnlyList<ReportValue>> Columns(TableQuality quality) => Worst(quality).Select(IReadOnlyList<ReportValue> (column) =>
        [column.Name, column.Measure, Rounded(column.Shape), Rounded(column.Reference), Rounded(column.Coverage), Rounded(column.RealMissing), Rounded(column.SyntheticMissing)]);

    /// <summary>The pairs, the worst first.</summary>
    public static IEnumerable<IReadOnlyList<ReportValue>> Pairs(TableQuality quality) => quality.Pairs
        .OrderBy(pair => pair.Score - (pair.Reference ?? 1)).Take(Most / 2).Select(IReadOnlyList<ReportValue> (pair) =>
            [pair.First, pair.Second, pair.Measure, Rounded(pair.Real), Rounded(pair.Synthetic), Rounded(pair.Score), Rounded(pair.Reference)]);

    /// <summary>The columns that are listed.</summary>
    public static IEnumerable<ColumnQuality> Worst(TableQuality quality) =>
        quality.Columns.OrderBy(column => column.Shape - (column.Reference ?? 1)).Take(Most);

    /// <summary>An interval in words.</summary>
    public static string Interval(ConfidenceInterval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.000} to {interval.High:0.000} at {100 * interval.Level:0.#} %");

    private static ReportValue Rounded(double? value) => value is { } number ? Math.Round(number, 3) : "";
}
