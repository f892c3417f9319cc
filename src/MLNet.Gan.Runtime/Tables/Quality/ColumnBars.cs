using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>The shares of a column's values in a few bins or categories, coarse enough to be shown to others.</summary>
/// <remarks>
/// A page with it may be shared, so nothing that only a few people have is in it: bins of numbers reach from the fifth smallest real
/// value, or the quantile of 1 %, to the fifth largest, or that of 99 %, and what lies outside joins the outer ones; a bin with one to
/// four real rows is shown as empty, and a category with so few joins the others. The ends are rounded to two digits.
/// </remarks>
/// <param name="Names">The categories, the most frequent first; empty for numbers.</param>
/// <param name="Range">The range of numbers in words; empty for categories.</param>
/// <param name="Real">The shares of real rows.</param>
/// <param name="Synthetic">The shares of synthetic rows.</param>
internal sealed record ColumnBars(IReadOnlyList<string> Names, string Range, IReadOnlyList<double> Real, IReadOnlyList<double> Synthetic)
{
    /// <summary>The fewest real rows of a bin or category that is shown.</summary>
    public const int FewestRows = 5;

    private const int MostBins = 24, FewestBins = 4, RowsOfBin = 25, MostCategories = 12;
    private const double End = 0.01;

    /// <summary>No bars.</summary>
    public static ColumnBars None { get; } = new([], "", [], []);

    /// <summary>Counts the values of a column.</summary>
    public static ColumnBars Of(TableColumn real, TableColumn synthetic) => real.Numbers is null ? OfCategories(real, synthetic) : OfNumbers(real, synthetic);

    private static ColumnBars OfNumbers(TableColumn real, TableColumn synthetic)
    {
        double[] known = [.. real.Numbers!.Where(value => !double.IsNaN(value)).Order()];
        if (known.Length < 2 * FewestRows)
            return None;
        var outer = Math.Max(FewestRows - 1, (int)(End * known.Length));
        var (low, high) = (known[outer], known[^(outer + 1)]);
        var bins = low == high ? 1 : Math.Clamp(known.Length / RowsOfBin, FewestBins, MostBins);
        double[] Counts(double[] values)
        {
            var counts = new double[bins];
            foreach (var value in values.Where(value => !double.IsNaN(value)))
                counts[low == high ? 0 : (int)Math.Clamp((value - low) / (high - low) * bins, 0, bins - 1)]++;
            return counts;
        }

        var range = low == high ? $"{Rounded(low, real.IsDate)}" : $"{Rounded(low, real.IsDate)} to {Rounded(high, real.IsDate)}";
        return new([], range, Shares(Counts(real.Numbers!), isHidden: count => count < FewestRows), Shares(Counts(synthetic.Numbers!), isHidden: _ => false));
    }

    private static ColumnBars OfCategories(TableColumn real, TableColumn synthetic)
    {
        var counts = real.Categories!.CountBy(category => category).Where(pair => pair.Value >= FewestRows)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostCategories).ToArray();
        var others = synthetic.Categories!.CountBy(category => category).ToDictionary();
        double[] own = [.. counts.Select(pair => (double)pair.Value), real.Count - counts.Sum(pair => pair.Value)];
        double[] made = [.. counts.Select(pair => (double)others.GetValueOrDefault(pair.Key))];
        made = [.. made, synthetic.Count - made.Sum()];
        if (own[^1] + made[^1] == 0)
            (own, made) = (own[..^1], made[..^1]);
        return new([.. counts.Select(pair => pair.Key)], "", Shares(own, isHidden: count => count < FewestRows), Shares(made, isHidden: _ => false));
    }

    private static double[] Shares(double[] counts, Func<double, bool> isHidden)
    {
        var sum = Math.Max(counts.Sum(), 1);
        return [.. counts.Select(count => isHidden(count) ? 0 : count / sum)];
    }

    private static string Rounded(double value, bool isDate)
    {
        if (isDate)
            return new DateTime((long)(value * TimeSpan.TicksPerDay)).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (value == 0)
            return "0";
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return (Math.Round(value / unit) * unit).ToString("G2", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is < 1e9 and > 1e-4
            ? (Math.Round(value / unit) * unit).ToString("0.#####", CultureInfo.InvariantCulture)
            : text;
    }
}
