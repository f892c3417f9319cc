namespace MLNet.Gan.Metrics;

/// <summary>Compares the columns of tables one by one.</summary>
internal static class ColumnQualities
{
    private const double Frequent = 0.01, Half = 0.5;

    /// <summary>Compares a column.</summary>
    /// <param name="real">The column of real rows.</param>
    /// <param name="synthetic">The column of synthetic rows.</param>
    /// <param name="alike">The same of as many synthetic rows as there are holdout rows.</param>
    /// <param name="holdout">The column of holdout rows; null if there are none.</param>
    /// <param name="foreign">The synthetic categories that no real row has.</param>
    /// <param name="confidence">The confidence level of shares.</param>
    public static ColumnQuality Compare(
        TableColumn real, TableColumn synthetic, TableColumn alike, TableColumn? holdout, IReadOnlyCollection<string> foreign, double confidence)
    {
        var quality = new ColumnQuality
        {
            Name = real.Name,
            Measure = real.Numbers is null ? "TV" : "KS",
            Shape = 1 - Distance(real, alike),
            Reference = holdout is null ? null : 1 - Distance(real, holdout),
            RealMissing = real.MissingShare,
            SyntheticMissing = synthetic.MissingShare,
            Coverage = real.Numbers is null ? 1 : RangeCoverage(real.Numbers, synthetic.Numbers!),
            ExpectedDistance = ExpectedDistance(real, alike.Count),
            Bars = ColumnBars.Of(real, synthetic),
        };
        return real.Numbers is null ? WithCategories(quality, real.Categories!, synthetic.Categories!, foreign, confidence) : quality;
    }

    private static double Distance(TableColumn real, TableColumn other) => real.Numbers is null
        ? ColumnDistance.TotalVariation(real.Categories!, other.Categories!)
        : ColumnDistance.KolmogorovSmirnov(real.Numbers, other.Numbers!);

    /// <summary>
    /// The distance of two samples of the same values: √(π/2) ln 2 √(1/n + 1/m), the mean of Kolmogorov's distribution, or half the sum of the
    /// mean absolute differences √(2/π p (1 − p) (1/n + 1/m)) of the categories' shares.
    /// </summary>
    private static double ExpectedDistance(TableColumn real, int count)
    {
        var inverse = 1.0 / real.Count + 1.0 / count;
        return real.Numbers is not null
            ? Math.Sqrt(Math.PI / 2 * inverse) * Math.Log(2)
            : ColumnDistance.Shares(real.Categories!).Values.Sum(share => Math.Sqrt(2 / Math.PI * share * (1 - share) * inverse)) / 2;
    }

    /// <summary>The share of the real range, without a hundredth at each end, that lies within the synthetic one.</summary>
    internal static double RangeCoverage(double[] real, double[] synthetic)
    {
        double[] known = [.. real.Where(value => !double.IsNaN(value))], made = [.. synthetic.Where(value => !double.IsNaN(value))];
        if (known.Length == 0)
            return 1;
        if (made.Length == 0)
            return 0;
        var (low, high) = (Distribution.Quantile(known, Frequent), Distribution.Quantile(known, 1 - Frequent));
        var (least, most) = (made.Min(), made.Max());
        if (low == high)
            return least <= low && low <= most ? 1 : 0;
        return Math.Max(Math.Min(most, high) - Math.Max(least, low), 0) / (high - low);
    }

    private static ColumnQuality WithCategories(
        ColumnQuality quality, string[] real, string[] synthetic, IReadOnlyCollection<string> foreign, double confidence)
    {
        var made = synthetic.CountBy(category => category).ToDictionary();
        LostCategory[] categories =
        [
            .. real.CountBy(category => category).Where(pair => pair.Key.Length > 0)
                .Select(pair => new LostCategory(pair.Key, pair.Value, (double)pair.Value / real.Length, (double)made.GetValueOrDefault(pair.Key) / synthetic.Length)),
        ];
        LostCategory[] frequent = [.. categories.Where(category => category.RealShare >= Frequent)];
        return quality with
        {
            Coverage = Occurring(frequent),
            CoverageOfAll = Occurring(categories),
            Lost = [.. frequent.Where(IsLost).OrderByDescending(category => category.RealRows).ThenBy(category => category.Name, StringComparer.Ordinal)],
            Foreign = [.. foreign.Order(StringComparer.Ordinal)],
        };

        bool IsLost(LostCategory category) => category.SyntheticShare < Half * category.RealShare
            && WilsonInterval.Of(category.SyntheticShare, synthetic.Length, confidence).High
                < WilsonInterval.Of(category.RealShare, real.Length, confidence).Low;
    }

    private static double Occurring(LostCategory[] categories) =>
        categories.Length == 0 ? 1 : (double)categories.Count(category => category.SyntheticShare > 0) / categories.Length;
}
