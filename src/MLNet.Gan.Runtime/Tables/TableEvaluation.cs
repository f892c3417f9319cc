using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>Compares a generated table with a real one.</summary>
internal static class TableEvaluation
{
    private const int Neighbors = 5;
    private const double Frequent = 0.01, NoticeableMissing = 0.1;

    private static readonly IMetric[] RowMetrics = [new SlicedWasserstein(), new PrecisionRecall(), new DensityCoverage { CountsTies = true }];

    /// <inheritdoc cref="GanCatalog.EvaluateTable"/>
    public static GanScores Evaluate(IDataView real, IDataView generated, TableEvaluationOptions options) =>
        Evaluate(ComparedTables.Read(real, options.WithoutColumns), ComparedTables.Read(generated, options.WithoutColumns), options);

    /// <inheritdoc cref="GanCatalog.EvaluateTable"/>
    public static GanScores Evaluate(
        IReadOnlyList<TableColumn> realColumns, IReadOnlyList<TableColumn> generatedColumns, TableEvaluationOptions options)
    {
        ComparedTables.RequireKnown(options.WithoutColumns, realColumns, generatedColumns);
        var left = ComparedTables.Compared(realColumns, "real", options.WithoutColumns);
        var right = ComparedTables.Aligned(left, ComparedTables.Compared(generatedColumns, "generated", options.WithoutColumns), "generated");
        var protocol = new Protocol("columns", "", "", left[0].Count, right[0].Count) { Seed = options.Seed };
        Score[] columns = [.. left.Zip(right, (one, other) => OfColumn(one, other, protocol))];
        var mean = new Score("mean column distance", columns.Average(score => score.Value), protocol with { Settings = $"{columns.Length} columns" });
        return new([.. columns, mean, .. OfRows(left, right, protocol, options)]);
    }

    private static IEnumerable<Score> OfRows(TableColumn[] real, TableColumn[] generated, Protocol protocol, TableEvaluationOptions options)
    {
        var random = new Random(options.Seed);
        var (rows, otherRows) = (RowSample.Draw(real[0].Count, options.Rows, random), RowSample.Draw(generated[0].Count, options.Rows, random));
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
            warnings.Add(new(ScoreWarning.LowDiversity, $"The generated table lacks {ComparedTables.Quoted(lost)}, of 1 % of the real rows or more."));
        if (foreign.Length > 0 && !real.IsIdentifier)
            warnings.Add(new(ScoreWarning.ForeignValues, $"The real table lacks {ComparedTables.Quoted(foreign)}, which were generated."));
        return new($"TV of {real.Name}", ColumnDistance.TotalVariation(real.Categories!, generated.Categories!),
            protocol with { Settings = missing })
        {
            Warnings = warnings,
        };
    }
}
