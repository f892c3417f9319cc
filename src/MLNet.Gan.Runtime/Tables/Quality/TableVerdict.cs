using System.Globalization;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Metrics;

/// <summary>The verdict on synthetic rows in sentences, each by thresholds of its values.</summary>
internal static class TableVerdict
{
    /// <summary>What is said of every table.</summary>
    public const string Limits = "None of this shows that the table is private: what can be inferred of a person is not known, and a "
        + "guarantee needs differential privacy, which this package does not provide.";

    private const double Alike = 0.02, Close = 0.05, FarColumn = 0.1, Expected = 1.6;
    private const double Hardly = 0.6, Mostly = 0.8, NearlyAll = 0.9;
    private const int MostNamed = 3;

    /// <summary>The sentences, what is serious first.</summary>
    public static IReadOnlyList<ReportFinding> Of(TableQuality quality)
    {
        ReportFinding?[] all = [Copying(quality), Shapes(quality), Pairs(quality), Detection(quality)];
        return [.. all.OfType<ReportFinding>().OrderByDescending(finding => finding.IsSerious), new(Limits, "limits")];
    }

    private static ReportFinding Copying(TableQuality quality)
    {
        var copies = quality.Copies;
        var found = $"{copies.Rows.Count} of {copies.SyntheticRows} synthetic rows equal a training row";
        if (copies.HoldoutRows is not { } rows)
            return new($"Without holdout rows it cannot be said whether training rows were memorized: {found}.", "copies");
        var both = $"{found}, and {copies.HoldoutCopies} of {rows} holdout rows do";
        if (copies.HoldoutCopies >= NearlyAll * rows)
            return new($"It cannot be said whether training rows were memorized, since nearly all holdout rows equal one: {both}.", "copies", IsSerious: true);
        var nearer = quality.Memorization is { } measured
            ? Text($"{100 * measured.NearerToTraining:0.#} % of the synthetic rows ({Interval(measured.Interval, 100)} %) are nearer to a training row than to a holdout row, where 50 % are by chance")
            : "there are too few rows to measure distances";
        if (copies.ExceedsChance)
            return new($"Training rows were copied: {both}; {nearer}.", "copies", IsSerious: true);
        if (quality.Memorization is null)
            return new($"It cannot be said whether training rows were memorized: {nearer}; {both}.", "copies");
        return quality.Memorization.ExceedsChance
            ? new($"Training rows were memorized, or the holdout is of another origin: {nearer}; {both}.", "copies", IsSerious: true)
            : new($"No memorization was found: {nearer}; {both}.", "copies");
    }

    private static ReportFinding Shapes(TableQuality quality)
    {
        string[] far =
        [
            .. quality.Columns.Where(column => Gap(column) > FarColumn).OrderByDescending(Gap).Select(column => $"'{column.Name}'"),
        ];
        var named = far.Length == 0 ? "" : $"; far from the real one {(far.Length == 1 ? "is" : "are")} {Listed(far)}";
        return Judged("Columns", quality.ColumnShapes, quality.ColumnShapesReference, named + Lost(quality), "columns");
    }

    /// <summary>Names are those of frequent categories; rare ones are counted, since they could tell of a person.</summary>
    private static string Lost(TableQuality quality)
    {
        var lost = quality.Columns.SelectMany(column => column.Lost.Select(category => (Column: column.Name, Category: category))).ToArray();
        string[] names = [.. lost.Where(entry => entry.Category.RealRows >= ColumnBars.FewestRows).Select(entry => $"'{entry.Category.Name}' of '{entry.Column}'")];
        return lost.Length == 0 ? "" : $"; more than half of its share was lost by {(names.Length == 0 ? $"{lost.Length} rare categories" : Listed(names))}";
    }

    private static ReportFinding? Pairs(TableQuality quality) =>
        quality.PairScore is { } score ? Judged("Pairs of columns", score, quality.PairReference, "", "pairs") : null;

    /// <summary>A mean score beside what chance gives, and what is wrong besides.</summary>
    private static ReportFinding Judged(string what, double score, double? reference, string faults, string place)
    {
        if (reference is not { } chance)
            return new($"{what} have a mean score of {Text($"{score:0.000}")} of 1, and without holdout rows nothing says what chance alone gives{faults}.", place, faults.Length > 0);
        var start = chance - score <= Alike ? $"{what} look alike" : chance - score <= Close ? $"{what} differ a little" : $"{what} differ";
        return new($"{start} ({Text($"{score:0.000}; chance alone {chance:0.000}")}){faults}.", place, chance - score > Close || faults.Length > 0);
    }

    private static ReportFinding? Detection(TableQuality quality)
    {
        if (quality.Detection is not { } detection)
            return null;
        var area = detection.AreaUnderRocCurve;
        var areCopies = quality.Copies.Rows.Count > 0 || quality.Memorization?.ExceedsChance == true;
        var what = detection.Interval.High < 0.5 && areCopies ? "A classifier is worse than chance, as where synthetic rows are copies of real ones"
            : detection.Interval.Low <= 0.5 ? "A classifier does not tell synthetic rows from real ones"
            : area < Hardly ? "A classifier hardly tells synthetic rows from real ones"
            : area < Mostly ? "A classifier often tells synthetic rows from real ones"
            : "A classifier tells synthetic rows from real ones";
        var by = detection.TellingColumns.Count == 0 ? "" : $", most by {Listed([.. detection.TellingColumns.Select(column => $"'{column.Name}'")])}";
        return new($"{what} (AUC {Text($"{area:0.00}")}, {Interval(detection.Interval, 1)}; 0.5 is chance){by}.", "detection", detection.Interval.Low > 0.5 && area >= Mostly);
    }

    /// <summary>How far a shape is below that of holdout rows; without these, below what is expected of the numbers of rows.</summary>
    private static double Gap(ColumnQuality column) => (column.Reference ?? 1 - Expected * column.ExpectedDistance) - column.Shape;

    private static string Listed(string[] names) => names.Length > MostNamed
        ? $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more"
        : string.Join(", ", names);

    private static string Interval(ConfidenceInterval interval, double unit) => unit == 1
        ? Text($"{interval.Low:0.00}–{interval.High:0.00}")
        : Text($"{unit * interval.Low:0.#}–{unit * interval.High:0.#}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
