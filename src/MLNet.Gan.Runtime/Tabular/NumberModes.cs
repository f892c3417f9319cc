namespace MLNet.Gan;

/// <summary>The modes of a column of numbers: components of a mixture that together hold every value.</summary>
internal static class NumberModes
{
    private const double LeastWeight = 0.005, Deviations = 4, MostDeviations = 8;

    /// <summary>Fits a mixture to a sample and extends it to all values.</summary>
    /// <remarks>
    /// A value within 8 standard deviations of a component extends this one's reach. What lies farther away, between two
    /// components or beyond all, becomes a mode of its own, as wide as it needs.
    /// </remarks>
    public static IReadOnlyList<NumberMode> Of(IEnumerable<double> positions, long count, double[] sorted, int most)
    {
        var modes = Fitted(sorted, most, count);
        var gaps = new Dictionary<int, (double Low, double High, long Count)>();
        foreach (var position in positions)
        {
            if (modes.Exists(mode => mode.Holds(position)))
                continue;
            var (index, mode) = modes.Index().MinBy(mode => Math.Abs(position - mode.Item.Mean) / mode.Item.Deviation);
            if (Math.Abs(position - mode.Mean) <= MostDeviations * mode.Deviation)
            {
                modes[index] = mode with { Reach = Math.Abs(position - mode.Mean) };
                continue;
            }

            var gap = modes.Count(other => other.Mean < position);
            var (low, high, within) = gaps.GetValueOrDefault(gap, (position, position, 0));
            gaps[gap] = (Math.Min(low, position), Math.Max(high, position), within + 1);
        }

        return [.. modes.Concat(gaps.Values.Select(gap => Spanning(gap.Low, gap.High, gap.Count))).OrderBy(mode => mode.Mean)];
    }

    private static List<NumberMode> Fitted(double[] sorted, int most, long rows)
    {
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Average(value => (value - mean) * (value - mean)));
        if (sorted[0] == sorted[^1] || deviation == 0)
            return [Spanning(sorted[0], sorted[^1], rows)];

        var mixture = VariationalMixture.Best(Array.ConvertAll(sorted, value => (value - mean) / deviation), most);
        MixtureComponent[] kept = [.. mixture.Components.Where(component => component.Weight >= LeastWeight)];
        var weight = kept.Sum(component => component.Weight);
        return
        [
            .. kept.Select(component => new NumberMode(mean + component.Mean * deviation, component.Deviation * deviation,
                Deviations * component.Deviation * deviation, (long)Math.Round(component.Weight / weight * rows))).OrderBy(mode => mode.Mean),
        ];
    }

    /// <summary>A mode that holds a range; a single value has a reach too, lest a division by 0 comes of it.</summary>
    private static NumberMode Spanning(double low, double high, long count)
    {
        var middle = low + (high - low) / 2;
        var reach = Math.Max((high - low) / 2 * (1 + 1e-12), Math.Max(Math.Abs(middle) * 1e-9, 1e-9));
        return new(middle, reach / Deviations, reach, count);
    }
}
