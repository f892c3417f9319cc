namespace MLNet.Gan.Metrics;

/// <summary>
/// The Fréchet distance of the features (Heusel et al., 2017), named FID if network and weights are those of the
/// authors. At least 0, which is that of equal sets; lower is better.
/// </summary>
/// <remarks>It depends on the counts: small sets increase it. See <see cref="FrechetDistance"/>.</remarks>
public sealed record FrechetInceptionDistance : IMetric
{
    /// <summary>The number of samples from which distances are commonly reported.</summary>
    private const int UsualCount = 10_000;

    /// <summary>The delta degrees of freedom of the covariances: 1 (default), or 0 as StyleGAN.</summary>
    public int Ddof
    {
        get;
        init => field = value is 0 or 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(Ddof), value, $"Ddof must be 0 or 1, but is {value}.");
    } = 1;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Moments;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (real, generated) = (comparison.Real.Statistics, comparison.Generated.Statistics);
        var (distance, realRank, generatedRank) = FrechetDistance.Measure(real, generated, Ddof);
        return
        [
            comparison.Score(AuthorsNetwork.NameOfFeatures(comparison.Protocol, "FID", "Fréchet distance"), distance, $"ddof {Ddof}") with
            {
                Warnings =
                [
                    .. Warnings("real", real, realRank), .. Warnings("generated", generated, generatedRank),
                ],
            },
        ];
    }

    private static IEnumerable<ScoreWarning> Warnings(string side, FeatureStatistics statistics, int rank)
    {
        var (count, dimension) = (statistics.Count, statistics.Dimension);
        if (count < dimension)
            yield return new(ScoreWarning.FewerSamplesThanFeatures,
                $"There are fewer {side} samples ({count}) than features ({dimension}), so the distance is much too "
                    + "large. Use more samples.");
        if (count < UsualCount)
            yield return new(ScoreWarning.FewSamples,
                $"Small sets make the distance larger: with {count} {side} samples instead of {UsualCount} or more, "
                    + "compare it only with distances for the same counts.");
        if (rank < Math.Min(count - 1, dimension) / 2.0)
            yield return new(ScoreWarning.LowRank,
                $"The {side} features vary in only {rank} of {Math.Min(count - 1, dimension)} possible directions, "
                    + "which hints at mode collapse or repeated samples.");
    }
}
