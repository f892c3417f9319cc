using MLNet.Gan.Reports;

namespace MLNet.Gan.Metrics;

/// <summary>
/// What synthetic rows of a table are worth: how much they are like real ones, and whether they follow training rows too closely.
/// </summary>
/// <remarks>Nothing here shows that a table is private, however good its values are; see docs/table-quality.md.</remarks>
public sealed record TableQuality
{
    /// <summary>The columns, in the table's order, without those that name or number the rows.</summary>
    public required IReadOnlyList<ColumnQuality> Columns { get; init; }

    /// <summary>The pairs of columns, in the table's order.</summary>
    public required IReadOnlyList<PairTrend> Pairs { get; init; }

    /// <summary>The columns of which all pairs were compared.</summary>
    public required IReadOnlyList<string> PairColumns { get; init; }

    /// <summary>How well a classifier tells synthetic rows from real ones; null where there were too few rows.</summary>
    public required TableDetection? Detection { get; init; }

    /// <summary>Synthetic rows that equal a training row.</summary>
    public required TableCopies Copies { get; init; }

    /// <summary>Distances to training and holdout rows; null without a holdout, or with fewer than ten rows.</summary>
    public required TableMemorization? Memorization { get; init; }

    /// <summary>The number of training rows that were compared.</summary>
    public required int RealRows { get; init; }

    /// <summary>The number of synthetic rows that were compared.</summary>
    public required int SyntheticRows { get; init; }

    /// <summary>The number of holdout rows that were compared; null without a holdout.</summary>
    public required int? HoldoutRows { get; init; }

    /// <summary>
    /// The number of synthetic rows, and of holdout rows, whose shapes and pairs were compared with the training rows': the smaller of
    /// the two, so that the scores can be compared.
    /// </summary>
    public required int ComparedRows { get; init; }

    /// <summary>How they were compared.</summary>
    public required TableQualityOptions Options { get; init; }

    /// <summary>Reasons to doubt the values.</summary>
    public required IReadOnlyList<ScoreWarning> Warnings { get; init; }

    /// <summary>The mean of the columns' shapes, from 0 to 1.</summary>
    public double ColumnShapes => Columns.Average(column => column.Shape);

    /// <summary>The same of holdout rows: what chance alone gives. Null without a holdout.</summary>
    public double? ColumnShapesReference => Columns.Average(column => column.Reference);

    /// <summary>The mean score of the pairs, from 0 to 1; null where there are none.</summary>
    public double? PairScore => Pairs.Average(pair => (double?)pair.Score);

    /// <summary>The same of holdout rows: what chance alone gives. Null without a holdout.</summary>
    public double? PairReference => Pairs.Average(pair => pair.Reference);

    /// <summary>The mean coverage of the columns, from 0 to 1.</summary>
    public double Coverage => Columns.Average(column => column.Coverage);

    /// <summary>
    /// The verdict, in two to five sentences, what is serious first. The last one always says what none of these values can show.
    /// </summary>
    public IReadOnlyList<string> Verdict => [.. TableVerdict.Of(this).Select(finding => finding.Text)];

    /// <summary>Returns the verdict, the values and the columns as text; no row of the real table is in it.</summary>
    public override string ToString() => TableQualityText.Of(this);

    /// <summary>
    /// Returns a page with the verdict, pictures of the columns and pairs, and the settings.
    /// </summary>
    /// <remarks>
    /// It can be shared with those who may know the columns' names and the shares of their values: it has no row and no row number of
    /// either table, names no category of fewer than five real rows, and shows no bin of numbers with so few.
    /// </remarks>
    /// <param name="title">The title, such as the table's name.</param>
    public RunReport Report(string title) => TableQualityReport.Of(this, title);
}
