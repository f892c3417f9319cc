namespace MLNet.Gan.Metrics;

/// <summary>
/// The Fréchet distance extrapolated to infinitely many generated samples (Chong &amp; Forsyth, 2020), named FID∞ if
/// network and weights are those of Heusel et al. (2017). It removes most of the bias by which few samples increase the distance,
/// so that generators are compared more fairly.
/// </summary>
/// <remarks>
/// Distances of the first n of the generated samples, in a random order, to all real ones, at sizes evenly spaced from
/// min(5000, max(N / 10, 2)) to N, are fitted by a + b / n; the score is a. Sizes and fit are those of dgm-eval, which
/// draws samples anew for each size; here a larger set contains the smaller ones, so that statistics are computed once.
/// The bias due to the number of real samples remains. The score may be below 0.
/// </remarks>
public sealed record FrechetInfinity : IMetric
{
    /// <summary>The number of sizes that the line is fitted to, at least 2; default 15.</summary>
    public int Points
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(
            nameof(Points), value, $"Points must be at least 2, but is {value}: a line needs two points.");
    } = 15;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Moments | Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var generated = FeatureRows.Of(comparison.Generated);
        if (generated.Count < 3 || comparison.Real.Count < 2)
            throw new InvalidOperationException($"An extrapolated distance needs at least 3 generated and 2 real "
                + $"samples, but there are {generated.Count} and {comparison.Real.Count}. Use more samples.");

        int[] order = [.. Enumerable.Range(0, generated.Count)];
        comparison.Random().Shuffle(order);
        var sizes = Sizes(generated.Count, Points);
        var name = AuthorsNetwork.NameOfFeatures(comparison.Protocol, "FID∞", "Fréchet distance ∞");
        return
        [
            comparison.Score(name, Extrapolate(comparison.Real.Statistics, generated, order, sizes),
                $"{Points} sizes from {sizes[0]}, ddof 1") with
            {
                Warnings = sizes[0] >= generated.Dimension ? [] :
                [
                    new(ScoreWarning.FewerSamplesThanFeatures,
                        $"The smallest set has fewer samples ({sizes[0]}) than there are features "
                            + $"({generated.Dimension}). There the distance is not linear in 1 / n, as the "
                            + "extrapolation assumes. Use more samples."),
                ],
            },
        ];
    }

    /// <summary>
    /// Returns the sizes for <paramref name="count"/> samples, in ascending order; the last is the count.
    /// </summary>
    internal static int[] Sizes(int count, int points)
    {
        var smallest = Math.Min(5000, Math.Max(count / 10.0, 2));
        return
        [
            .. Enumerable.Range(0, points - 1).Select(i => (int)(smallest + i * ((count - smallest) / (points - 1)))),
            count,
        ];
    }

    /// <summary>Computes the value of the fitted line at 1 / n = 0.</summary>
    internal static double Extrapolate(FeatureStatistics real, FeatureRows generated, int[] order, int[] sizes)
    {
        var (statistics, inverses, distances) = (
            new FeatureStatistics(generated.Dimension), new double[sizes.Length], new double[sizes.Length]);
        var added = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            // With few samples, sizes repeat.
            distances[i] = i > 0 && sizes[i] == added ? distances[i - 1] : DistanceAt(sizes[i]);
            inverses[i] = 1.0 / sizes[i];
        }

        var (x, y) = (inverses.Average(), distances.Average());
        var slope = inverses.Zip(distances, (inverse, distance) => (inverse - x) * (distance - y)).Sum()
            / inverses.Sum(inverse => (inverse - x) * (inverse - x));
        return y - slope * x;

        double DistanceAt(int size)
        {
            for (; added < size; added++)
                statistics.Add(generated[order[added]]);
            return FrechetDistance.Between(real, statistics);
        }
    }
}
