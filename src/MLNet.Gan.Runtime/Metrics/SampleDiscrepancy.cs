namespace MLNet.Gan.Metrics;

/// <summary>
/// One number for samples without a network of features: the sliced Wasserstein distance relative to the spread of the real
/// samples, plus what density and coverage lack to 1. 0 for equal sets, lower is better.
/// </summary>
/// <remarks>
/// <para>
/// SW / s + max(0, 1 − density) + (1 − coverage), with s = √(trace of the real covariance / dimension), the standard deviation of
/// a random projection. The first term sees wrong shares of modes, the second blurred samples, the third missing modes; none of
/// them sees all three.
/// </para>
/// <para>
/// The terms are those of <see cref="SlicedWasserstein"/> and of <see cref="DensityCoverage"/>, whose balls include their
/// boundary here, so that tables with repeated rows can be compared.
/// </para>
/// </remarks>
public sealed record SampleDiscrepancy : IMetric
{
    private const long LeastNeighbors = 5, Parts = 40;

    /// <summary>The number of random directions; default 200.</summary>
    public int Projections { get; init => field = Check.Positive(value); } = 200;

    /// <summary>
    /// The number k of the neighbor that the balls of density reach to, above 0; default 5, which sees little blur, too. Of k real
    /// samples or fewer it is the farthest.
    /// </summary>
    public int NeighborCount { get; init => field = Check.Positive(value); } = 5;

    /// <summary>
    /// The number k of the neighbor that the balls of coverage reach to, above 0; null (default) is a fortieth of the real samples, at
    /// least 5: smaller balls are empty by chance.
    /// </summary>
    public int? CoverageNeighborCount { get; init => field = value is { } count ? Check.Positive(count) : null; }

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.Real.Count < 2)
            throw new InvalidOperationException(
                $"A sample discrepancy needs at least 2 real samples, but there are {comparison.Real.Count}. Use more samples.");
        var farthest = comparison.Real.Count - 1;
        var near = (int)Math.Min(NeighborCount, farthest);
        var wide = (int)Math.Min(CoverageNeighborCount ?? Math.Max(LeastNeighbors, comparison.Real.Count / Parts), farthest);
        var sliced = new SlicedWasserstein { Projections = Projections }.Measure(comparison).Single().Value;
        var radii = NeighborRadii.Squared(comparison.Real, [near, wide], "real");
        var hits = DensityCoverage.Hits(comparison, radii, countsTies: true);
        var density = hits[0].Sum() / ((double)near * comparison.Generated.Count);
        var coverage = (double)hits[1].Count(count => count > 0) / hits[1].Length;
        var spread = Spread(FeatureRows.Of(comparison.Real));
        var value = (spread > 0 ? sliced / spread : sliced) + Math.Max(0, 1 - density) + 1 - coverage;
        return [comparison.Score("sample discrepancy", value, $"{Projections} projections, k {near} and {wide}")];
    }

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
