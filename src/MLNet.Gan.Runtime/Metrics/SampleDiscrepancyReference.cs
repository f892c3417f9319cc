namespace MLNet.Gan.Metrics;

/// <summary>A <see cref="SampleDiscrepancy"/> from given real samples, whose projections and balls are computed once.</summary>
/// <param name="real">The real samples.</param>
/// <param name="seed">The seed of the random directions.</param>
/// <param name="projections">The number of random directions.</param>
/// <param name="near">The number of the neighbor that the balls of density reach to.</param>
/// <param name="wide">The number of the neighbor that the balls of coverage reach to.</param>
internal sealed class SampleDiscrepancyReference(FeatureSet real, int seed, int projections, int near, int wide) : IMetric
{
    private readonly double[][] _directions = SlicedWasserstein.Directions(new Random(seed), real.Dimension, projections);
    private readonly double[][] _projected = new double[projections][];
    private readonly double[][] _radii = NeighborRadii.Squared(real, [near, wide], "real");
    private readonly double _spread = Spread(FeatureRows.Of(real));

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        var sliced = SlicedWasserstein.Distance(Projected, FeatureRows.Of(comparison.Generated), _directions);
        var hits = DensityCoverage.Hits(comparison, _radii, countsTies: true);
        var density = hits[0].Sum() / ((double)near * comparison.Generated.Count);
        var coverage = (double)hits[1].Count(count => count > 0) / hits[1].Length;
        var value = (_spread > 0 ? sliced / _spread : sliced) + Math.Max(0, 1 - density) + 1 - coverage;
        return [comparison.Score("sample discrepancy", value, $"{projections} projections, k {near} and {wide}")];
    }

    private double[] Projected(int direction) =>
        _projected[direction] ??= SlicedWasserstein.Projected(FeatureRows.Of(real), _directions[direction]);

    /// <summary>The standard deviation of all values around the means of their components.</summary>
    private static double Spread(FeatureRows rows)
    {
        var (means, squares) = (new double[rows.Dimension], 0.0);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < means.Length; i++)
                means[i] += (double)rows[row][i] / rows.Count;
        }

        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < means.Length; i++)
                squares += (rows[row][i] - means[i]) * (rows[row][i] - means[i]);
        }

        return Math.Sqrt(squares / rows.Values.Length);
    }
}
