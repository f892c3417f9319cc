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
public sealed record SampleDiscrepancy : IMetric, IReferenceMetric
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
        return For(comparison.Real, comparison.Protocol.Seed).Measure(comparison);
    }

    /// <inheritdoc/>
    IMetric IReferenceMetric.For(FeatureSet real, int seed) => For(real, seed);

    private SampleDiscrepancyReference For(FeatureSet real, int seed)
    {
        if (real.Count < 2)
            throw new InvalidOperationException(
                $"A sample discrepancy needs at least 2 real samples, but there are {real.Count}. Use more samples.");
        var farthest = real.Count - 1;
        return new(
            real, seed, Projections, near: (int)Math.Min(NeighborCount, farthest),
            wide: (int)Math.Min(CoverageNeighborCount ?? Math.Max(LeastNeighbors, real.Count / Parts), farthest));
    }
}
