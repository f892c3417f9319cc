namespace MLNet.Gan.Metrics;

/// <summary>
/// Density and coverage (Naeem et al., 2020): the number of balls around real samples that contain a generated sample,
/// relative to k, and the share of balls that contain any. Coverage is in [0, 1], density can exceed 1; higher is
/// better.
/// </summary>
/// <remarks>
/// A ball reaches from a real sample to its k-th nearest real neighbor (section 3 of the paper). Unlike the precision
/// of <see cref="PrecisionRecall"/>, density is robust to outliers among the real samples. Samples from the same
/// distribution have a density near 1 and a coverage near 1 − 2⁻ᵏ for large sets of equal size. All comparisons are
/// exact in float64.
/// </remarks>
public sealed record DensityCoverage : IMetric
{
    /// <summary>The number k of the neighbor that a ball reaches to, above 0; default 5, as in the paper.</summary>
    public int NeighborCount { get; init => field = Check.Positive(value); } = 5;

    /// <summary>
    /// Whether a ball includes its boundary. False by default, as in the authors' code, where samples that are repeated
    /// more than k times have empty balls: on such data density and coverage are too small, even 0 for equal sets.
    /// </summary>
    public bool CountsTies { get; init; }

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var hits = Hits(comparison, [NeighborRadii.Squared(comparison.Real, NeighborCount, "real")], CountsTies)[0];
        var density = hits.Sum() / ((double)NeighborCount * comparison.Generated.Count);
        var coverage = (double)hits.Count(count => count > 0) / hits.Length;
        var settings = $"k {NeighborCount}, ties {(CountsTies ? "count" : "do not count")}";
        var warnings = SampleCounts.Warnings(comparison);
        return
        [
            comparison.Score("density", density, settings) with { Warnings = warnings },
            comparison.Score("coverage", coverage, settings) with { Warnings = warnings },
        ];
    }

    /// <summary>Counts the generated samples in balls around the real ones.</summary>
    /// <param name="comparison">The samples.</param>
    /// <param name="radii">The squared radii of several balls around each real sample, per ball and sample.</param>
    /// <param name="countsTies">Whether a ball includes its boundary.</param>
    /// <returns>The counts per ball and real sample.</returns>
    internal static long[][] Hits(Comparison comparison, double[][] radii, bool countsTies)
    {
        var hits = Array.ConvertAll(radii, of => new long[of.Length]);
        var distances = PairDistances.Between(comparison.Real, comparison.Generated);
        distances.Visit((row, firstColumn, lowest) =>
        {
            for (var ball = 0; ball < radii.Length; ball++)
            {
                var (radius, inside) = (radii[ball][row], 0);
                for (var i = 0; i < lowest.Length; i++)
                {
                    if (distances.IsWithin(row, firstColumn + i, lowest[i], radius, countsTies))
                        inside++;
                }

                hits[ball][row] += inside;
            }
        });
        return hits;
    }
}
