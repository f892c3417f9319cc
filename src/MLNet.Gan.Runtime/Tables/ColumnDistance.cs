namespace MLNet.Gan.Metrics;

/// <summary>How different a column is in two tables, from 0 (equal) to 1.</summary>
internal static class ColumnDistance
{
    /// <summary>
    /// The statistic of Kolmogorov and Smirnov: the largest difference of two empirical distribution functions. Missing values
    /// (NaN) are left out; with none on a side it is 1, with none on both 0.
    /// </summary>
    public static double KolmogorovSmirnov(IEnumerable<double> first, IEnumerable<double> second)
    {
        double[] left = [.. first.Where(value => !double.IsNaN(value)).Order()];
        double[] right = [.. second.Where(value => !double.IsNaN(value)).Order()];
        if (left.Length == 0 || right.Length == 0)
            return left.Length == right.Length ? 0 : 1;

        var (largest, i, j) = (0.0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var value = Math.Min(left[i], right[j]);
            while (i < left.Length && left[i] == value)
                i++;
            while (j < right.Length && right[j] == value)
                j++;
            largest = Math.Max(largest, Math.Abs((double)i / left.Length - (double)j / right.Length));
        }

        return largest;
    }

    /// <summary>
    /// The total variation distance: half the sum of the differences of the categories' shares. A missing value ("") is a category.
    /// </summary>
    public static double TotalVariation(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        if (first.Count == 0 || second.Count == 0)
            return first.Count == second.Count ? 0 : 1;
        var (left, right) = (Shares(first), Shares(second));
        return left.Keys.Union(right.Keys).Sum(category =>
            Math.Abs(left.GetValueOrDefault(category) - right.GetValueOrDefault(category))) / 2;
    }

    /// <summary>The share of every category.</summary>
    public static Dictionary<string, double> Shares(IReadOnlyList<string> values) =>
        values.CountBy(value => value).ToDictionary(pair => pair.Key, pair => (double)pair.Value / values.Count);
}
