namespace MLNet.Gan.Metrics;

/// <summary>
/// Improved precision and recall (Kynkäänniemi et al., 2019): the share of generated samples in the region of the real
/// ones, and of real samples in the region of the generated ones, each in [0, 1]; higher is better.
/// </summary>
/// <remarks>
/// The region of a set is the union of balls around its samples, each reaching to the k-th nearest neighbor in the same
/// set (equations 1 and 2 of the paper), boundary included. "F1" is 2PR / (P + R), and 0 where both are 0. All
/// comparisons are exact in float64. A few outliers among the real samples make large balls and a precision that is too
/// high: see <see cref="DensityCoverage"/>.
/// </remarks>
public sealed record PrecisionRecall : IMetric
{
    /// <summary>The number k of the neighbor that a ball reaches to, above 0; default 3, as in the paper.</summary>
    public int NeighborCount { get; init => field = Check.Positive(value); } = 3;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (real, generated) = (comparison.Real, comparison.Generated);
        var realRadii = NeighborRadii.Squared(real, NeighborCount, "real");
        var generatedRadii = NeighborRadii.Squared(generated, NeighborCount, "generated");
        var (isRecalled, isPrecise) = (new bool[realRadii.Length], new bool[generatedRadii.Length]);
        var distances = PairDistances.Between(real, generated);
        distances.Visit((row, firstColumn, lowest) =>
        {
            // Several threads may set an element of isPrecise; none clears it.
            for (var i = 0; i < lowest.Length; i++)
            {
                var column = firstColumn + i;
                if (!isPrecise[column]
                    && distances.IsWithin(row, column, lowest[i], realRadii[row], countsTies: true))
                    isPrecise[column] = true;
                if (!isRecalled[row]
                    && distances.IsWithin(row, column, lowest[i], generatedRadii[column], countsTies: true))
                    isRecalled[row] = true;
            }
        });

        var (precision, recall) = (Share(isPrecise), Share(isRecalled));
        var f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        var settings = $"k {NeighborCount}";
        var warnings = SampleCounts.Warnings(comparison);
        return
        [
            comparison.Score("precision", precision, settings) with { Warnings = warnings },
            comparison.Score("recall", recall, settings) with { Warnings = warnings },
            comparison.Score("F1", f1, settings) with { Warnings = warnings },
        ];
    }

    private static double Share(bool[] hits) => (double)hits.Count(hit => hit) / hits.Length;
}
