using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>
/// A memorization test: the distance of each generated sample to its nearest real sample, relative to the distances
/// between real samples. The real samples must be those of the training.
/// </summary>
/// <remarks>
/// <para>
/// "nearest neighbor ratio" is the median of the distances from a generated sample to its nearest real one, divided by
/// the median of those from a real sample to its nearest other: about 1 for new samples of the same distribution, and 0
/// for copies. "share of near copies" is the share of generated samples that are no farther from a real one than a low
/// quantile of the real samples' distances: about the quantile for new samples, and 1 for copies.
/// </para>
/// <para>
/// A ratio below 0.5, or a share above five times the quantile (of repeated real samples: their share) with at least three, has the warning
/// <see cref="ScoreWarning.Memorization"/>. Samples with less detail than real ones are near real ones too: inspect
/// the pairs, which <see cref="Of"/> returns, before concluding.
/// </para>
/// </remarks>
public sealed record NearestNeighbor : IMetric
{
    private const double LowRatio = 0.5;
    private const double Excess = 5;
    private const int FewestCopies = 3;

    /// <summary>The quantile of the real samples' distances, above 0 and below 1; default 0.01.</summary>
    public double Quantile { get; init => field = Check.OpenFraction(value); } = 0.01;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <summary>Returns the nearest real sample of each generated one.</summary>
    /// <param name="real">The real samples, at least one, with their features.</param>
    /// <param name="generated">The generated samples, with features of the same network.</param>
    /// <exception cref="InvalidOperationException">There is no real sample.</exception>
    public static Neighbor[] Of(FeatureSet real, FeatureSet generated)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(generated);
        if (real.Count == 0)
            throw new InvalidOperationException("There is no real sample that could be the nearest. Add some first.");

        var nearest = new Neighbor[generated.Count];
        Array.Fill(nearest, new(-1, double.PositiveInfinity));
        var distances = PairDistances.Between(generated, real);
        distances.Visit((row, firstColumn, lowest) =>
        {
            for (var i = 0; i < lowest.Length; i++)
            {
                if (lowest[i] < nearest[row].Distance && distances.Exact(row, firstColumn + i) is var distance
                    && distance < nearest[row].Distance)
                    nearest[row] = new(firstColumn + i, distance);
            }
        });

        return [.. nearest.Select(neighbor => neighbor with { Distance = Math.Sqrt(neighbor.Distance) })];
    }

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        double[] among =
            [.. NeighborRadii.Squared(comparison.Real, neighbors: 1, "real").Select(Math.Sqrt)];
        double[] generated =
            [.. Of(comparison.Real, comparison.Generated).Select(neighbor => neighbor.Distance)];
        var ratio = Distribution.Ratio(Distribution.Quantile(generated, 0.5), Distribution.Quantile(among, 0.5));
        var near = Distribution.Quantile(among, Quantile);
        var copies = generated.Count(distance => distance <= near);
        var share = (double)copies / generated.Length;
        var usual = near > 0 ? Quantile : (double)among.Count(distance => distance == 0) / among.Length; // Real samples are repeated.
        var settings = $"quantile {Quantile.ToString(CultureInfo.InvariantCulture)}";
        return
        [
            comparison.Score("nearest neighbor ratio", ratio, settings) with
            {
                Warnings = ratio < LowRatio
                    ? [Warning(string.Create(CultureInfo.InvariantCulture,
                        $"Half of the generated samples are nearer to a real one than {ratio:0.###} of the usual "
                            + $"distance between real samples."))]
                    : [],
            },
            comparison.Score("share of near copies", share, settings) with
            {
                Warnings = copies >= FewestCopies && share > Excess * usual
                    ? [Warning(string.Create(CultureInfo.InvariantCulture,
                        $"{copies} of {generated.Length} generated samples are as near to a real one as only a share "
                            + $"of {usual:0.###} of the real samples is to another."))]
                    : [],
            },
        ];
    }

    private static ScoreWarning Warning(string what) => new(
        ScoreWarning.Memorization, what + " This hints at memorized training samples. Inspect the pairs.");
}
