namespace MLNet.Gan.Metrics;

/// <summary>Compares how pairs of columns go together.</summary>
internal sealed class PairTrends
{
    private readonly Lazy<double[]>[] _ranks;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly int[][] _codes;
    private readonly IReadOnlyList<ColumnCode> _code;

    private PairTrends(IReadOnlyList<TableColumn> columns, IReadOnlyList<ColumnCode> code)
    {
        (_columns, _code) = (columns, code);
        _codes = [.. columns.Zip(code, (column, one) => one.Of(column))];
        _ranks = [.. columns.Select(column => new Lazy<double[]>(() => SpearmanCorrelation.Ranks(column.Numbers!)))];
    }

    /// <summary>Compares all pairs of columns.</summary>
    /// <param name="real">The real columns.</param>
    /// <param name="synthetic">The same columns of synthetic rows.</param>
    /// <param name="holdout">The same columns of holdout rows; null if there are none.</param>
    public static IReadOnlyList<PairTrend> Compare(
        IReadOnlyList<TableColumn> real, IReadOnlyList<TableColumn> synthetic, IReadOnlyList<TableColumn>? holdout)
    {
        ColumnCode[] code = [.. real.Select(column => new ColumnCode(column))];
        var (first, second, third) = (new PairTrends(real, code), new PairTrends(synthetic, code), holdout is null ? null : new PairTrends(holdout, code));
        return
        [
            .. from i in Enumerable.Range(0, real.Count)
            from j in Enumerable.Range(i + 1, real.Count - i - 1)
            let pair = real[i].Numbers is not null && real[j].Numbers is not null
                ? OfNumbers(first, second, third, i, j)
                : OfCodes(first, second, third, i, j)
            where pair is not null
            select pair,
        ];
    }

    /// <summary>Returns nothing for a pair without a correlation on both sides.</summary>
    private static PairTrend? OfNumbers(PairTrends real, PairTrends synthetic, PairTrends? holdout, int i, int j)
    {
        var (one, other) = (real.Correlation(i, j), synthetic.Correlation(i, j));
        return double.IsNaN(one) && double.IsNaN(other) ? null : new()
        {
            First = real._columns[i].Name,
            Second = real._columns[j].Name,
            Measure = "Spearman's ρ",
            Real = one,
            Synthetic = other,
            Score = Score(one, other),
            Reference = holdout is null ? null : Score(one, holdout.Correlation(i, j)),
        };
    }

    private static PairTrend OfCodes(PairTrends real, PairTrends synthetic, PairTrends? holdout, int i, int j)
    {
        var (one, other) = (real.Table(i, j), synthetic.Table(i, j));
        return new()
        {
            First = real._columns[i].Name,
            Second = real._columns[j].Name,
            Measure = "Cramér's V",
            Real = one.CramersV,
            Synthetic = other.CramersV,
            Score = 1 - ContingencyTable.TotalVariation(one, other),
            Reference = holdout is null ? null : 1 - ContingencyTable.TotalVariation(one, holdout.Table(i, j)),
        };
    }

    private static double Score(double one, double other) => 1 - Math.Abs(OrZero(one) - OrZero(other)) / 2;

    private static double OrZero(double value) => double.IsNaN(value) ? 0 : value;

    private double Correlation(int i, int j) => _columns[i].MissingShare + _columns[j].MissingShare == 0
        ? SpearmanCorrelation.OfRanks(_ranks[i].Value, _ranks[j].Value)
        : SpearmanCorrelation.Of(_columns[i].Numbers!, _columns[j].Numbers!);

    private ContingencyTable Table(int i, int j) => ContingencyTable.Of(_codes[i], _code[i].Count, _codes[j], _code[j].Count);
}
