using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Compares a generated table with a real one.</summary>
internal static class TableEvaluation
{
    private const int FewestRows = 2, Neighbors = 5;
    private const double MostlyUnique = 0.9;

    private static readonly IMetric[] OfRows =
        [new SlicedWasserstein(), new PrecisionRecall(), new DensityCoverage { CountsTies = true }, new NearestNeighbor()];

    /// <inheritdoc cref="GanCatalog.EvaluateTable"/>
    public static GanScores Evaluate(MLContext context, IDataView real, IDataView generated, TableEvaluationOptions options) =>
        Evaluate(TableReader.Read(context, real, options.WithoutColumns), TableReader.Read(context, generated, options.WithoutColumns), options);

    /// <inheritdoc cref="GanCatalog.EvaluateTable"/>
    public static GanScores Evaluate(
        IReadOnlyList<TableColumn> realColumns, IReadOnlyList<TableColumn> generatedColumns, TableEvaluationOptions options)
    {
        if (options.WithoutColumns.FirstOrDefault(name => !realColumns.Concat(generatedColumns).Any(column => column.Name == name)) is { } unknown)
            throw new InvalidOperationException(
                $"Column '{unknown}', which is to be left out, is in neither table. There are {Quoted([.. realColumns.Select(column => column.Name)])}.");
        var left = Compared(realColumns, "real", options);
        var right = Aligned(left, Compared(generatedColumns, "generated", options));
        var protocol = new Protocol("columns", "", "", left[0].Count, right[0].Count) { Seed = options.Seed };
        Score[] columns = [.. left.Zip(right, (one, other) => OfColumn(one, other, protocol))];
        var mean = new Score("mean column distance", columns.Average(score => score.Value), protocol with { Settings = $"{columns.Length} columns" });

        var random = new Random(options.Seed);
        var (rows, otherRows) = (Some(left[0].Count, options.Rows, random), Some(right[0].Count, options.Rows, random));
        var code = new TableCode(left);
        var comparison = new Comparison(code.Of(left, rows), code.Of(right, otherRows), protocol with
        {
            Network = "rows",
            Preprocessing = "standardized, one-hot",
            RealCount = rows.Length,
            GeneratedCount = otherRows.Length,
        });
        return new([.. columns, mean, .. OfRows.Where(_ => rows.Length > Neighbors && otherRows.Length > Neighbors).SelectMany(metric => metric.Measure(comparison))]);
    }

    private static TableColumn[] Compared(IReadOnlyList<TableColumn> columns, string side, TableEvaluationOptions options)
    {
        TableColumn[] compared = [.. columns.Where(column => !options.WithoutColumns.Contains(column.Name))];
        if (compared.Length == 0)
            throw new InvalidOperationException($"The {side} table has no columns to compare. Leave out fewer.");
        return compared[0].Count >= FewestRows ? compared : throw new InvalidOperationException(
            $"The {side} table has {compared[0].Count} rows, but a comparison needs at least {FewestRows}. Use more rows.");
    }

    /// <summary>The generated columns in the order of the real ones.</summary>
    private static TableColumn[] Aligned(IReadOnlyList<TableColumn> real, IReadOnlyList<TableColumn> generated)
    {
        string[] missing = [.. real.Select(column => column.Name).Except(generated.Select(column => column.Name))];
        string[] more = [.. generated.Select(column => column.Name).Except(real.Select(column => column.Name))];
        if (missing.Length + more.Length > 0)
            throw new InvalidOperationException(
                "The tables have different columns: " + string.Join(" and ", new[]
                {
                    missing.Length > 0 ? $"the generated one lacks {Quoted(missing)}" : "", more.Length > 0 ? $"the real one lacks {Quoted(more)}" : "",
                }.Where(part => part.Length > 0)) + ". Rename them, or leave them out.");
        return [.. real.Select(column => Same(column, generated.First(other => other.Name == column.Name)))];
    }

    private static TableColumn Same(TableColumn real, TableColumn generated)
    {
        if (real.Numbers is not null == generated.Numbers is not null)
            return generated;
        var text = (real.Categories ?? generated.Categories)!.First(value => value.Length > 0
            && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        throw new InvalidOperationException(
            $"Column '{real.Name}' has numbers in the {(real.Numbers is null ? "generated" : "real")} table, but values such as "
                + $"'{text}' in the other. Use the same type for both, or leave it out.");
    }

    private static Score OfColumn(TableColumn real, TableColumn generated, Protocol protocol)
    {
        var missing = string.Create(CultureInfo.InvariantCulture, $"missing {real.MissingShare:0.###} and {generated.MissingShare:0.###}");
        if (real.Numbers is not null)
            return new($"KS of {real.Name}", ColumnDistance.KolmogorovSmirnov(real.Numbers, generated.Numbers!), protocol with { Settings = missing });

        var (shares, others) = (ColumnDistance.Shares(real.Categories!), ColumnDistance.Shares(generated.Categories!));
        string[] lost = [.. shares.Where(pair => !others.ContainsKey(pair.Key) && pair.Value >= 0.01).OrderByDescending(pair => pair.Value).Select(pair => pair.Key)];
        string[] foreign = [.. others.Keys.Except(shares.Keys).Order(StringComparer.Ordinal)];
        List<ScoreWarning> warnings = [];
        if (lost.Length > 0)
            warnings.Add(new(ScoreWarning.LowDiversity, $"The generated table lacks {Quoted(lost)}, of 1 % of the real rows or more."));
        if (shares.Count > MostlyUnique * real.Count)
            warnings.Add(new(ScoreWarning.Identifier, $"Nearly every real row of '{real.Name}' has a value of its own: leave out names and identifiers."));
        else if (foreign.Length > 0)
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
