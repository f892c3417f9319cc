using System.Globalization;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Metrics;

/// <summary>Makes a page of the quality of a table.</summary>
internal static class TableQualityReport
{
    private const int CurvePoints = 200;

    /// <summary>Makes the page.</summary>
    public static RunReport Of(TableQuality quality, string title) => new()
    {
        Title = title,
        Summary = Text($"{quality.SyntheticRows} synthetic rows beside {quality.RealRows} training rows and {(quality.HoldoutRows is { } rows ? Text($"{rows}") : "no")} holdout rows, {quality.Columns.Count} columns."),
        Sections =
        [
            new FindingSection { Title = "Verdict", Findings = TableVerdict.Of(quality) },
            new ScoreSection { Title = "Values", Scores = [.. Scores(quality)] },
            .. Doubts(quality),
            .. Pictures(quality),
            new TableSection
            {
                Title = quality.Columns.Count > TableQualityRows.Most ? $"The {TableQualityRows.Most} worst columns of {quality.Columns.Count}" : "Columns, the worst first",
                Columns = TableQualityRows.ColumnNames,
                Rows = [.. TableQualityRows.Columns(quality)],
            },
            .. PairTrends(quality),
            .. Detection(quality),
            .. Distances(quality),
            TableSection.OfPairs("Settings", Settings(quality)),
        ],
    };

    private static IEnumerable<ReportScore> Scores(TableQuality quality)
    {
        yield return new("Column shapes", Rounded(quality.ColumnShapes), Chance(quality.ColumnShapesReference));
        if (quality.PairScore is { } pairs)
            yield return new("Pair trends", Rounded(pairs), Chance(quality.PairReference));
        yield return new("Coverage", Rounded(quality.Coverage), "of ranges and of categories of 1 % or more");
        if (quality.Detection is { } detection)
            yield return new("Detection (AUC)", Rounded(detection.AreaUnderRocCurve), $"{TableQualityRows.Interval(detection.Interval)}; 0.5 is chance");
        if (quality.Memorization is { } memorization)
            yield return new("Nearer to training rows", Rounded(memorization.NearerToTraining),
                $"{TableQualityRows.Interval(memorization.Interval)}; 0.5 is chance", memorization.ExceedsChance ? false : null);
        yield return new("Rows equal to a training row", quality.Copies.Rows.Count, Text($"of {quality.Copies.SyntheticRows}")
            + (quality.Copies.HoldoutRows is { } rows ? Text($"; {quality.Copies.HoldoutCopies} of {rows} holdout rows") : ""), quality.Copies.ExceedsChance ? false : null);
    }

    private static IEnumerable<IReportSection> Doubts(TableQuality quality) => quality.Warnings.Count == 0 ? [] :
    [
        new FindingSection { Title = "Reasons for doubt", Findings = [.. quality.Warnings.Select(warning => new ReportFinding(warning.Message))] },
    ];

    private static IEnumerable<IReportSection> Pictures(TableQuality quality)
    {
        CaptionedPicture[] pictures =
        [
            .. TableQualityRows.Worst(quality).Where(column => column.Bars.Real.Count > 0).Select(column => new CaptionedPicture(BarPicture.Draw(column.Bars), Caption(column))),
        ];
        if (pictures.Length > 0)
            yield return new GallerySection { Title = "Shapes: real rows pale blue, synthetic ones orange", Pictures = pictures };
    }

    private static string Caption(ColumnQuality column)
    {
        var score = column.Reference is { } reference ? Text($"{column.Name}: {column.Shape:0.000}, chance {reference:0.000}.") : Text($"{column.Name}: {column.Shape:0.000}.");
        return column.Bars.Names.Count == 0
            ? column.Bars.Range.Length > 0 ? $"{score} From about {column.Bars.Range}." : score
            : $"{score} From left: {string.Join(", ", column.Bars.Names.Select(name => name.Length > 0 ? name : "(missing)"))}{(column.Bars.Real.Count > column.Bars.Names.Count ? ", others" : "")}.";
    }

    private static IEnumerable<IReportSection> PairTrends(TableQuality quality)
    {
        if (quality.Pairs.Count == 0)
            yield break;
        var places = quality.PairColumns.Index().ToDictionary(column => column.Item, column => column.Index);
        var pairs = quality.Pairs.ToDictionary(pair => (places[pair.First], places[pair.Second]));
        double At(int row, int column, Func<PairTrend, double> value) => pairs.TryGetValue((Math.Min(row, column), Math.Max(row, column)), out var pair) ? value(pair) : double.NaN;
        CaptionedPicture Map(Func<PairTrend, double> value, string caption) => new(HeatMap.Draw(places.Count, (row, column) => At(row, column, value)), caption);
        yield return new GallerySection
        {
            Title = "Pair trends",
            Pictures =
            [
                Map(pair => pair.Real, $"Real rows: Spearman's ρ of numbers, else Cramér's V; blue to 1, orange to −1, gray for none. From the top: {string.Join(", ", quality.PairColumns)}."),
                Map(pair => pair.Synthetic, "Synthetic rows."),
                Map(pair => pair.Score - 1, "Difference: the score minus 1, from white (equal) to orange."),
            ],
        };
        yield return new TableSection { Title = "Pairs, the worst first", Columns = TableQualityRows.PairNames, Rows = [.. TableQualityRows.Pairs(quality)] };
    }

    private static IEnumerable<IReportSection> Detection(TableQuality quality) => quality.Detection is not { TellingColumns.Count: > 0 } detection ? [] :
    [
        new TableSection
        {
            Title = "What gives synthetic rows away",
            Columns = ["column", "smaller AUC when its values are shuffled"],
            Rows = [.. detection.TellingColumns.Select(IReadOnlyList<ReportValue> (column) => [column.Name, Math.Round(column.Drop, 3)])],
        },
    ];

    private static IEnumerable<IReportSection> Distances(TableQuality quality) => quality.Memorization is not { } memorization ? [] :
    [
        new ChartSection
        {
            Title = "Distances to the closest record",
            XLabel = "share of synthetic rows (%)",
            YLabel = "distance",
            Series =
            [
                new("to training rows", Curve(memorization.TrainingDistances)),
                new("to holdout rows", Curve(memorization.HoldoutDistances)),
            ],
        },
    ];

    private static (double X, double Y)[] Curve(IReadOnlyList<double> sorted) =>
    [
        .. Enumerable.Range(0, CurvePoints + 1).Select(i => (double)i / CurvePoints).Select(share => (100 * share, sorted[(int)(share * (sorted.Count - 1))])),
    ];

    private static IEnumerable<(string Name, ReportValue Value)> Settings(TableQuality quality) =>
    [
        ("training rows", quality.RealRows),
        ("synthetic rows", quality.SyntheticRows),
        ("holdout rows", quality.HoldoutRows is { } rows ? rows : "none"),
        ("synthetic and holdout rows for shapes and pairs", quality.ComparedRows),
        ("columns of which pairs are compared", quality.PairColumns.Count),
        ("training and holdout rows for distances", quality.Memorization is { } memorization ? memorization.Records : "none"),
        ("rows that the synthetic ones are worth, for distances", quality.Memorization is { } measured ? Math.Round(measured.EffectiveRows) : "none"),
        ("rows of each kind for detection", quality.Detection is { } detection ? detection.Rows : "none"),
        ("classifier", quality.Options.Classifier?.GetType().Name ?? "logistic regression"),
        ("columns left out", quality.Options.WithoutColumns.Count > 0 ? string.Join(", ", quality.Options.WithoutColumns) : "none"),
        ("confidence", quality.Options.Confidence),
        ("seed", quality.Options.Seed),
    ];

    private static string Chance(double? reference) => reference is { } chance ? Text($"{chance:0.000} by chance alone (holdout rows)") : "without holdout rows nothing says what chance gives";

    private static double Rounded(double value) => Math.Round(value, 3);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
