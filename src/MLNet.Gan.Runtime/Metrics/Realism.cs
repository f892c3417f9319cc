namespace MLNet.Gan.Metrics;

/// <summary>
/// The mean realism score (Kynkäänniemi et al., 2019): how far inside the region of the real samples a generated sample
/// is. A sample scores at least 1 inside the region, less outside, and never below 0.
/// </summary>
/// <remarks>
/// A sample's score is max rᵢ / ‖xᵢ − y‖ over the real samples xᵢ, with the distance rᵢ of the k-th nearest real
/// neighbor; the half of the real samples with the largest rᵢ is excluded (section 5 of the paper, there with small
/// constants against division by 0). A copy of a real sample scores infinity: copies are left out of the mean, with a
/// warning, unless all samples are copies. <see cref="Of"/> returns the score of each sample.
/// </remarks>
public sealed record Realism : IMetric
{
    /// <summary>The number k of the neighbor that a ball reaches to, above 0; default 3, as in the paper.</summary>
    public int NeighborCount { get; init => field = Check.Positive(value); } = 3;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <summary>Returns the score of each generated sample.</summary>
    /// <param name="real">The real samples, more than <paramref name="neighborCount"/>, with their features.</param>
    /// <param name="generated">The generated samples, with features of the same network.</param>
    /// <param name="neighborCount">The number k of the neighbor that a ball reaches to, above 0.</param>
    /// <exception cref="InvalidOperationException">There are too few real samples.</exception>
    public static double[] Of(FeatureSet real, FeatureSet generated, int neighborCount = 3)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(generated);
        Check.Positive(neighborCount, nameof(neighborCount));
        var radii = NeighborRadii.Squared(real, neighborCount, "real");
        var median = Distribution.Quantile(radii, 0.5);
        radii = [.. radii.Select(radius => radius <= median ? radius : 0)];
        var best = new double[generated.Count];
        var distances = PairDistances.Between(generated, real);
        distances.Visit((row, firstColumn, lowest) =>
        {
            for (var i = 0; i < lowest.Length; i++)
            {
                var radius = radii[firstColumn + i];
                if (radius > best[row] * lowest[i])
                    best[row] = Math.Max(best[row], radius / distances.Exact(row, firstColumn + i));
            }
        });

        return [.. best.Select(Math.Sqrt)];
    }

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var scores = Of(comparison.Real, comparison.Generated, NeighborCount);
        double[] finite = [.. scores.Where(double.IsFinite)];
        var copies = scores.Length - finite.Length;
        return
        [
            comparison.Score(
                "realism", finite.Length > 0 ? finite.Average() : double.PositiveInfinity, $"k {NeighborCount}") with
            {
                Warnings = [.. SampleCounts.Warnings(comparison), .. Copies(copies, scores.Length)],
            },
        ];
    }

    private static IEnumerable<ScoreWarning> Copies(int copies, int count)
    {
        if (copies > 0)
            yield return new(ScoreWarning.Copies, $"{copies} of {count} generated samples have exactly the features of "
                + "a real sample, and their realism is infinite; the average is that of the others, if there are any.");
    }
}
