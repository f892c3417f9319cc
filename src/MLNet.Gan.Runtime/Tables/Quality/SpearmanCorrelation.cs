namespace MLNet.Gan.Metrics;

/// <summary>The rank correlation of Spearman (1904): Pearson's of the ranks, where equal values share their mean rank.</summary>
internal static class SpearmanCorrelation
{
    /// <summary>The correlation over the rows in which both numbers are there; NaN if one of them is constant there.</summary>
    public static double Of(double[] first, double[] second)
    {
        int[] rows = [.. Enumerable.Range(0, first.Length).Where(row => !double.IsNaN(first[row]) && !double.IsNaN(second[row]))];
        return OfRanks(Ranks([.. rows.Select(row => first[row])]), Ranks([.. rows.Select(row => second[row])]));
    }

    /// <summary>The correlation of ranks.</summary>
    public static double OfRanks(double[] first, double[] second)
    {
        var mean = (first.Length + 1) / 2.0;
        var (products, squares, otherSquares) = (0.0, 0.0, 0.0);
        for (var row = 0; row < first.Length; row++)
        {
            var (x, y) = (first[row] - mean, second[row] - mean);
            products += x * y;
            squares += x * x;
            otherSquares += y * y;
        }

        return squares > 0 && otherSquares > 0 ? products / Math.Sqrt(squares * otherSquares) : double.NaN;
    }

    /// <summary>The ranks of numbers, from 1.</summary>
    public static double[] Ranks(double[] values)
    {
        var (sorted, order) = (values.ToArray(), Enumerable.Range(0, values.Length).ToArray());
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var (first, end) = (0, 0); first < sorted.Length; first = end)
        {
            while (end < sorted.Length && sorted[end] == sorted[first])
                end++;
            for (var i = first; i < end; i++)
                ranks[order[i]] = (first + 1 + end) / 2.0;
        }

        return ranks;
    }
}
