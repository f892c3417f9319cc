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
        IReadOnlyList<IMetric> metrics, Comparison comparison, int halvings, double level) =>
        MeasureAll(metrics, [comparison], halvings, level)[0];

    /// <summary>
    /// Computes scores of several comparisons with the same real samples, whose halves are the same, too, and are prepared once.
    /// </summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="comparisons">The comparisons, with equally many generated samples each.</param>
    /// <param name="halvings">The number of halves to compute each metric of; 0 for no intervals.</param>
    /// <param name="level">The confidence level, in (0, 1).</param>
    /// <returns>The scores per comparison.</returns>
    public static IReadOnlyList<IReadOnlyList<Score>> MeasureAll(
        IReadOnlyList<IMetric> metrics, IReadOnlyList<Comparison> comparisons, int halvings, double level)
    {
        var (random, real, count) = (comparisons[0].Random(), comparisons[0].Real, comparisons[0].Generated.Count);
        Score[][] scores = [.. Measured(metrics, comparisons)];
        if (halvings == 0)
            return scores;
        if (Math.Min(real.Count, count) < Fewest)
            throw new InvalidOperationException(
                $"Confidence intervals need at least {Fewest} samples on each side, but there are {real.Count} real "
                    + $"and {count} generated ones. Add samples, or set Halvings to 0.");

        var values = new Score[halvings][][];
        for (var half = 0; half < halvings; half++)
        {
            var ofReal = real.Rows(Half(real.Count, random));
            var rows = Half(count, random);
            values[half] =
                Measured(metrics, [.. comparisons.Select(of => of with { Real = ofReal, Generated = of.Generated.Rows(rows) })]);
        }

        var reach = NormalQuantile.Of((1 + level) / 2);
        return
        [
            .. scores.Select((ofOne, at) => ofOne.Select((score, i) => score with
            {
                Interval = Around(score.Value, reach * Deviation([.. values.Select(half => half[at][i].Value)]), level),
            }).ToArray()),
        ];
    }

    private static Score[][] Measured(IReadOnlyList<IMetric> metrics, IReadOnlyList<Comparison> comparisons)
    {
        IMetric[] prepared = comparisons.Count == 1 ? [.. metrics]
            : [.. metrics.Select(metric => metric is IReferenceMetric shared ? shared.For(comparisons[0].Real, comparisons[0].Protocol.Seed) : metric)];
        return [.. comparisons.Select(comparison => prepared.SelectMany(metric => metric.Measure(comparison)).ToArray())];
    }

    private static ConfidenceInterval Around(double value, double reach, double level) =>
        new(value - reach, value + reach, level);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
    }

    private static int[] Half(long count, Random random)
    {
        int[] rows = [.. Enumerable.Range(0, (int)count)];
        random.Shuffle(rows);
        return rows[..(rows.Length / 2)];
    }
}
