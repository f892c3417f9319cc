namespace MLNet.Gan.Metrics;

/// <summary>Confidence intervals from random halves of the samples.</summary>
/// <remarks>
/// <para>
/// Repeatedly deleting half of n samples at random and computing the score again gives values whose standard deviation
/// is that of the score (the delete-d jackknife of Shao &amp; Wu, 1989, whose factor (n − d)/d is then 1). Unlike a
/// bootstrap it repeats no sample, which distances and neighbors would measure as mode collapse, and the bias of small
/// sets, equal in all halves, does not enter.
/// </para>
/// <para>The interval is the value ± z · standard deviation, with the normal quantile z of the level.</para>
/// </remarks>
internal static class HalfSamples
{
    private const int Fewest = 4;

    /// <summary>Computes scores and their confidence intervals.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="comparison">Both sides, with everything that the metrics need of every sample.</param>
    /// <param name="halvings">The number of halves to compute each metric of; 0 for no intervals.</param>
    /// <param name="level">The confidence level, in (0, 1).</param>
    public static IReadOnlyList<Score> Measure(
        IReadOnlyList<IMetric> metrics, Comparison comparison, int halvings, double level)
    {
        Score[] scores = [.. metrics.SelectMany(metric => metric.Measure(comparison))];
        if (halvings == 0)
            return scores;

        var random = comparison.Random();
        var (real, generated) = (comparison.Real, comparison.Generated);
        if (Math.Min(real.Count, generated.Count) < Fewest)
            throw new InvalidOperationException(
                $"Confidence intervals need at least {Fewest} samples on each side, but there are {real.Count} real "
                    + $"and {generated.Count} generated ones. Add samples, or set Halvings to 0.");

        var values = new double[halvings][];
        for (var half = 0; half < halvings; half++)
        {
            var halves = comparison with { Real = Half(real, random), Generated = Half(generated, random) };
            values[half] = [.. metrics.SelectMany(metric => metric.Measure(halves)).Select(score => score.Value)];
        }

        var reach = NormalQuantile.Of((1 + level) / 2);
        return
        [
            .. scores.Select((score, i) => score with
            {
                Interval = Around(score.Value, reach * Deviation([.. values.Select(of => of[i])]), level),
            }),
        ];
    }

    private static ConfidenceInterval Around(double value, double reach, double level) =>
        new(value - reach, value + reach, level);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
    }

    private static FeatureSet Half(FeatureSet set, Random random)
    {
        int[] rows = [.. Enumerable.Range(0, (int)set.Count)];
        random.Shuffle(rows);
        return set.Rows(rows.AsSpan(0, rows.Length / 2));
    }
}
