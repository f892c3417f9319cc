using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Compares a generated table with a real one.</summary>
internal static class TableEvaluation
{
    private const int FewestRows = 2, Neighbors = 5;
    private const double Frequent = 0.01, NoticeableMissing = 0.1;

    private static readonly IMetric[] RowMetrics = [new SlicedWasserstein(), new PrecisionRecall(), new DensityCoverage { CountsTies = true }];

    /// <inheritdoc cref="GanCatalog.EvaluateTable"/>
    public static GanScores Evaluate(IDataView real, IDataView generated, TableEvaluationOptions options)
    {
        IReadOnlyList<TableColumn> Read(IDataView view) =>
            [.. TableReader.Read(view, options.WithoutColumns), .. Unread(view, options.WithoutColumns)];
        return Evaluate(Read(real), Read(generated), options);
    }

    /// <inheritdoc cref="GanCatalog.EvaluateTable"/>
    public static GanScores Evaluate(
        IReadOnlyList<TableColumn> realColumns, IReadOnlyList<TableColumn> generatedColumns, TableEvaluationOptions options)
    {
        HashSet<string> known = [.. realColumns.Concat(generatedColumns).SelectMany(column => new[] { column.Name, column.Origin })];
        if (options.WithoutColumns.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new InvalidOperationException(
                $"Column '{unknown}', which is to be left out, is in neither table. There are {Quoted([.. realColumns.Select(column => column.Name)])}.");
        var left = Compared(realColumns, "real", options);
        var right = Aligned(left, Compared(generatedColumns, "generated", options));
        var protocol = new Protocol("columns", "", "", left[0].Count, right[0].Count) { Seed = options.Seed };
        Score[] columns = [.. left.Zip(right, (one, other) => OfColumn(one, other, protocol))];
        var mean = new Score("mean column distance", columns.Average(score => score.Value), protocol with { Settings = $"{columns.Length} columns" });
        return new([.. columns, mean, .. OfRows(left, right, protocol, options)]);
    }

    /// <summary>Columns of a view that are left out, of which only the name is known.</summary>
    private static IEnumerable<TableColumn> Unread(IDataView view, IReadOnlyList<string> without) =>
        view.Schema.Where(column => without.Contains(column.Name)).Select(column => new TableColumn(column.Name, [], null));

    private static IEnumerable<Score> OfRows(TableColumn[] real, TableColumn[] generated, Protocol protocol, TableEvaluationOptions options)
    {
        var random = new Random(options.Seed);
        var (rows, otherRows) = (Some(real[0].Count, options.Rows, random), Some(generated[0].Count, options.Rows, random));
        var code = new TableCode(real);
        if (code.IsEmpty || Math.Min(rows.Length, otherRows.Length) <= Neighbors)
            return [];
        var comparison = new Comparison(code.Of(real, rows), code.Of(generated, otherRows), protocol with
        {
            Network = "rows",
            Preprocessing = "standardized, one-hot",
            RealCount = rows.Length,
            GeneratedCount = otherRows.Length,
        });
        ScoreWarning[] partly = rows.Length == real[0].Count ? [] :
        [
            new(ScoreWarning.FewSamples, $"Copies are looked for among {rows.Length} of the {real[0].Count} real rows. Set Rows (--count) to find more."),
        ];
        return
        [
            .. RowMetrics.SelectMany(metric => metric.Measure(comparison)),
            .. new NearestNeighbor().Measure(comparison).Select(score => score with { Warnings = [.. score.Warnings, .. partly] }),
        ];
    }

    private static TableColumn[] Compared(IReadOnlyList<TableColumn> columns, string side, TableEvaluationOptions options)
    {
        TableColumn[] compared = [.. columns.Where(column => !options.WithoutColumns.Contains(column.Name) && !options.WithoutColumns.Contains(column.Origin))];
        if (compared.Length == 0)
            throw new InvalidOperationException($"The {side} table has no columns to compare. Leave out fewer.");
        if (compared.GroupBy(column => column.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidOperationException(
                $"The {side} table has {twice.Count()} columns '{twice.Key}', of {Quoted([.. twice.Select(column => column.Origin)])}. Leave out all but one, "
                    + "or compare what Generate returns, which has generated columns only." + HeaderAdvice([twice.Key]));
        foreach (var column in compared.Where(column => column.Numbers?.Any(double.IsInfinity) == true))
            throw new InvalidOperationException(
                $"Column '{column.Name}' of the {side} table is infinite in row {Array.FindIndex(column.Numbers!, double.IsInfinity)}. Replace the value, "
                    + "or leave the column out.");
        return compared[0].Count >= FewestRows ? compared : throw new InvalidOperationException(
            $"The {side} table has {compared[0].Count} rows, but a comparison needs at least {FewestRows}. Use more rows.");
    }

    /// <summary>The generated columns in the order of the real ones.</summary>
    private static TableColumn[] Aligned(TableColumn[] real, TableColumn[] generated)
    {
        string[] missing = [.. real.Select(column => column.Name).Except(generated.Select(column => column.Name))];
        string[] more = [.. generated.Select(column => column.Name).Except(real.Select(column => column.Name))];
        if (missing.Length + more.Length > 0)
            throw new InvalidOperationException(
                "The tables have different columns: " + string.Join(" and ", new[]
                {
                    missing.Length > 0 ? $"the generated one lacks {Quoted(missing)}" : "", more.Length > 0 ? $"the real one lacks {Quoted(more)}" : "",
                }.Where(part => part.Length > 0)) + ". Rename them, or leave them out." + HeaderAdvice([.. missing, .. more]));
        for (var i = 0; i < real.Length; i++)
        {
            // Where all values are missing, nothing says what they would be.
            var other = generated.First(column => column.Name == real[i].Name);
            if (real[i].MissingShare == 1)
                real[i] = real[i].WithoutValues(areNumbers: other.Numbers is not null);
            else if (other.MissingShare == 1)
                generated[Array.IndexOf(generated, other)] = other.WithoutValues(areNumbers: real[i].Numbers is not null);
        }

        return [.. real.Select(column => Same(column, generated.First(other => other.Name == column.Name)))];
    }

    private static TableColumn Same(TableColumn real, TableColumn generated)
    {
        if (real.Numbers is not null == generated.Numbers is not null)
            return generated;
        string[] texts = [.. (real.Categories ?? generated.Categories)!.Where(value => value.Length > 0)];
        var text = Array.Find(texts, value => !IsNumber(value)) ?? texts[0]; // The culprit, among numbers that were read as text.
        throw new InvalidOperationException(
            $"Column '{real.Name}' has numbers in the {(real.Numbers is null ? "generated" : "real")} table, but categories such as "
                + $"'{text}' in the other. Use the same type for both, or leave it out.");
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    /// <summary>Returns what to do if names are the values of a row; empty if they are none.</summary>
    private static string HeaderAdvice(IEnumerable<string> names) => names.FirstOrDefault(IsNumber) is { } number
        ? $" The name '{number}' is a number: if the files begin with a row instead of a header, read them without (--no-header)."
        : "";

    private static Score OfColumn(TableColumn real, TableColumn generated, Protocol protocol)
    {
        var missing = string.Create(CultureInfo.InvariantCulture, $"missing {real.MissingShare:0.###} and {generated.MissingShare:0.###}");
        List<ScoreWarning> warnings = [];
        if (real.IsIdentifier)
            warnings.Add(new(ScoreWarning.Identifier, $"'{real.Name}' has a value of its own in nearly every real row: leave out names and identifiers."));
        if (Math.Abs(real.MissingShare - generated.MissingShare) > NoticeableMissing)
            warnings.Add(new(ScoreWarning.MissingValues, string.Create(CultureInfo.InvariantCulture,
                $"Of the real values {100 * real.MissingShare:0.#} % are missing, of the generated ones {100 * generated.MissingShare:0.#} %.")));
        if (real.Numbers is not null)
        {
            // A generator has single precision, in which 0.1 is another number.
            var isSingle = real.IsSingle || generated.IsSingle;
            return new($"KS of {real.Name}", ColumnDistance.KolmogorovSmirnov(
                isSingle ? real.SingleNumbers : real.Numbers, isSingle ? generated.SingleNumbers : generated.Numbers!), protocol with { Settings = missing })
            {
                Warnings = warnings,
            };
        }

        var (shares, others) = (ColumnDistance.Shares(real.Categories!), ColumnDistance.Shares(generated.Categories!));
        string[] lost =
        [
            .. shares.Where(pair => pair.Key.Length > 0 && !others.ContainsKey(pair.Key) && pair.Value >= Frequent)
                .OrderByDescending(pair => pair.Value).Select(pair => pair.Key),
        ];
        string[] foreign = [.. others.Keys.Except(shares.Keys).Where(category => category.Length > 0).Order(StringComparer.Ordinal)];
        if (lost.Length > 0)
            warnings.Add(new(ScoreWarning.LowDiversity, $"The generated table lacks {Quoted(lost)}, of 1 % of the real rows or more."));
        if (foreign.Length > 0 && !real.IsIdentifier)
            warnings.Add(new(ScoreWarning.ForeignValues, $"The real table lacks {Quoted(foreign)}, which were generated."));
        return new($"TV of {real.Name}", ColumnDistance.TotalVariation(real.Categories!, generated.Categories!),
            protocol with { Settings = missing })
        {
            Warnings = warnings,
        };
    }

    private static int[] Some(int count, int most, Random random)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        if (count <= most)
            return rows;
        random.Shuffle(rows);
        return [.. rows.Take(most).Order()];
    }

    private static string Quoted(string[] names)
    {
        const int shown = 5;
        var list = string.Join(", ", names.Take(shown).Select(name => $"'{name}'"));
        return names.Length > shown ? $"{list} and {names.Length - shown} more" : list;
    }
}
