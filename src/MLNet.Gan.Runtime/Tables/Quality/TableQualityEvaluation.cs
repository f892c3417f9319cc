using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Compares synthetic rows of a table with real ones.</summary>
internal static class TableQualityEvaluation
{
    private const int FewestRecords = 10, FewRows = 100;
    private const double NoticeableMissing = 0.05, NearlyAll = 0.9;

    /// <inheritdoc cref="GanCatalog.EvaluateTableQuality"/>
    public static TableQuality Evaluate(
        MLContext context, IDataView real, IDataView synthetic, IDataView? holdout, TableQualityOptions options)
    {
        var tables = QualityTables.Read(real, synthetic, holdout, options);
        var random = new Random(options.Seed);
        var alike = tables.Holdout is { } other ? Some(tables.Synthetic, other[0].Count, random) : tables.Synthetic;
        var reference = tables.Holdout is { } rows ? Some(rows, alike[0].Count, random) : null;

        var (copies, foreign) = OfAllRows(tables, options.Confidence);
        ColumnQuality[] columns =
        [
            .. tables.Real.Select((column, i) => ColumnQualities.Compare(
                column, tables.Synthetic[i], alike[i], reference?[i], foreign[i], options.Confidence)),
        ];
        var chosen = RowSample.Draw(columns.Length, options.PairColumns, random);
        TableColumn[] Chosen(TableColumn[] all) => [.. chosen.Select(column => all[column])];
        var pairs = PairTrends.Compare(Chosen(tables.Real), Chosen(alike), reference is null ? null : Chosen(reference));
        int[] suspects = [.. Enumerable.Range(0, columns.Length).OrderBy(column => columns[column].Shape - (columns[column].Reference ?? 1))];
        var detection = Detection.Measure(context, tables.Real, tables.Synthetic, suspects, options);
        var memorization = Memorization(tables, options, random);
        return new()
        {
            Columns = columns,
            Pairs = pairs,
            PairColumns = [.. chosen.Select(column => columns[column].Name)],
            Detection = detection,
            Copies = copies,
            Memorization = memorization,
            RealRows = tables.Real[0].Count,
            SyntheticRows = tables.Synthetic[0].Count,
            HoldoutRows = tables.Holdout?[0].Count,
            ComparedRows = alike[0].Count,
            Options = options,
            Warnings = [.. Warnings(tables, columns, copies, ReferenceEquals(real, holdout), options)],
        };
    }

    private static TableColumn[] Some(TableColumn[] columns, int most, Random random)
    {
        var rows = RowSample.Draw(columns[0].Count, most, random);
        return [.. columns.Select(column => column.Rows(rows))];
    }

    /// <summary>What all training rows are looked through for: copies, and categories that none of them has.</summary>
    private static (TableCopies Copies, HashSet<string>[] Foreign) OfAllRows(QualityTables tables, double confidence)
    {
        HashSet<string>[] foreign = [.. tables.Synthetic.Select(column => (column.Categories ?? []).Where(category => category.Length > 0).ToHashSet())];
        var (copies, holdoutCopies) = (new ExactCopies(tables.Synthetic), tables.Holdout is null ? null : new ExactCopies(tables.Holdout));
        var first = 0L;
        foreach (var block in tables.RealBlocks())
        {
            copies.Search(block, first);
            holdoutCopies?.Search(block, first);
            foreach (var (set, column) in foreign.Zip(block))
                set.ExceptWith(column.Categories ?? []);
            first += block[0].Count;
        }

        CopiedRow[] found = [.. copies.Found.Select(row => new CopiedRow(tables.SyntheticRows[row.Row], row.Training))];
        var (rows, holdoutRows, holdoutFound) = (tables.Synthetic[0].Count, tables.Holdout?[0].Count, holdoutCopies?.Found.Count());
        return (new()
        {
            Rows = found,
            SyntheticRows = rows,
            Interval = WilsonInterval.Of((double)found.Length / rows, rows, confidence),
            HoldoutCopies = holdoutFound,
            HoldoutRows = holdoutRows,
            Expected = holdoutRows is { } count ? WilsonInterval.Of((double)holdoutFound!.Value / count, count, confidence) : null,
        }, foreign);
    }

    private static TableMemorization? Memorization(QualityTables tables, TableQualityOptions options, Random random)
    {
        if (tables.Holdout is not { } holdout)
            return null;
        var (code, count) = (new TableCode(tables.Real), Math.Min(tables.Real[0].Count, holdout[0].Count));
        if (count < FewestRecords || code.IsEmpty)
            return null;
        FeatureSet Rows(TableColumn[] columns, int most) => code.Of(columns, RowSample.Draw(columns[0].Count, most, random));
        return ClosestRecords.Measure(Rows(tables.Real, count), Rows(holdout, count), Rows(tables.Synthetic, int.MaxValue), options.Confidence);
    }

    private static IEnumerable<ScoreWarning> Warnings(
        QualityTables tables, ColumnQuality[] columns, TableCopies copies, bool isSameView, TableQualityOptions options)
    {
        if (tables.Holdout is null)
            yield return new(ScoreWarning.NoHoldout, "There is no holdout: nothing says how near to training rows, or equal to them, new rows of the same "
                + "people are, so distances are not measured, and a number of copies has little meaning. Keep real rows back from training, and give them "
                + "as holdout.");
        else if (isSameView || copies.HoldoutCopies >= NearlyAll * copies.HoldoutRows)
            yield return new(ScoreWarning.HoldoutInTraining, Text(
                $"{copies.HoldoutCopies} of {copies.HoldoutRows} holdout rows equal a training row. If they were taken from the training rows, give rows that were kept back; if rows have few different values, equal ones mean little."));
        if (Math.Min(Math.Min(tables.Real[0].Count, tables.Synthetic[0].Count), tables.Holdout?[0].Count ?? int.MaxValue) is var rows and < FewRows)
            yield return new(ScoreWarning.FewSamples, $"One of the tables has only {Counted.Of(rows, "row")}, so that chance decides much. Use more rows.");
        if (tables.Identifiers.Count > 0)
            yield return new(ScoreWarning.Identifier,
                $"{ComparedTables.Quoted([.. tables.Identifiers])} {(tables.Identifiers.Count == 1 ? "was left out, which names or numbers" : "were left out, which name or number")} the rows: nearly every row has a value of its own.");
        foreach (var column in columns.Where(column => Math.Abs(column.RealMissing - column.SyntheticMissing) > NoticeableMissing))
            yield return new(ScoreWarning.MissingValues, Text(
                $"Of column '{column.Name}', {100 * column.RealMissing:0.#} % of the real values are missing, and {100 * column.SyntheticMissing:0.#} % of the synthetic ones."));
        foreach (var column in columns.Where(column => column.Foreign.Count > 0))
            yield return new(ScoreWarning.ForeignValues,
                $"Column '{column.Name}' has categories that no real row has: {ComparedTables.Quoted([.. column.Foreign])}.");
        if (columns.Length > options.PairColumns)
            yield return new(ScoreWarning.PairsLeftOut,
                $"Pairs of {options.PairColumns} of the {columns.Length} columns were compared, drawn by the seed. Set {nameof(options.PairColumns)} for more.");
        if (tables.Real[0].Count < tables.RealCount || tables.Synthetic[0].Count < tables.SyntheticCount)
            yield return new(ScoreWarning.RowsLeftOut, Text(
                $"{tables.Real[0].Count} of {tables.RealCount} training rows and {tables.Synthetic[0].Count} of {tables.SyntheticCount} synthetic rows were compared, drawn by the seed; copies were looked for among all training rows. Set {nameof(options.Rows)} for more."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
