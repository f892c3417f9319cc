namespace MLNet.Gan.Metrics;

/// <summary>
/// The squared maximum mean discrepancy of the features with the kernel k(x, y) = (xᵀy / dimension + 1)³ (Bińkowski et
/// al., 2018, section 4), named KID if network and weights are those of Heusel et al. (2017).
/// </summary>
/// <remarks>
/// The estimator is unbiased: Σᵢ≠ⱼ (k(xᵢ, xⱼ) + k(yᵢ, yⱼ)) / m(m − 1) − 2 Σᵢⱼ k(xᵢ, yⱼ) / m², as a mean over subsets of
/// m samples a side, drawn without replacement. So it does not grow when there are few samples, and for equal
/// distributions it is around 0, positive or negative. Its standard deviation is that of the subsets (ddof 0).
/// </remarks>
public sealed record KernelInceptionDistance : IMetric
{
    /// <summary>The number of subsets; default 100.</summary>
    public int Subsets { get; init => field = Check.Positive(value); } = 100;

    /// <summary>
    /// The number of samples of each side in a subset, at least 2; default 1000. If a side has fewer, its count is used
    /// and stated in the score.
    /// </summary>
    public int SubsetSize
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(
            nameof(SubsetSize), value, $"SubsetSize must be at least 2, but is {value}.");
    } = 1000;

    /// <inheritdoc/>
    public Evidence Needs => Evidence.Features;

    /// <inheritdoc/>
    public IEnumerable<Score> Measure(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (real, generated) = (FeatureRows.Of(comparison.Real), FeatureRows.Of(comparison.Generated));
        var size = Math.Min(SubsetSize, Math.Min(real.Count, generated.Count));
        if (size < 2)
            throw new InvalidOperationException($"A kernel distance needs at least 2 samples on each side, but there "
                + $"are {real.Count} real and {generated.Count} generated ones. Use more samples.");

        var random = comparison.Random();
        var (fromReal, fromGenerated) = (AllOf(real), AllOf(generated));
        var distances = KernelDistances.Of(real, generated, Subsets, size,
            () => (Draw(random, fromReal, size), Draw(random, fromGenerated, size)));
        var mean = distances.Average();
        var name = AuthorsNetwork.NameOfFeatures(comparison.Protocol, "KID", "kernel distance");
        return
        [
            comparison.Score(name, mean, $"{Subsets} subsets of {size}") with
            {
                Deviation = Math.Sqrt(distances.Average(distance => (distance - mean) * (distance - mean))),
                Warnings = size == SubsetSize ? [] :
                [
                    new(ScoreWarning.FewSamples,
                        $"The subsets have {size} samples instead of {SubsetSize}, since there are {real.Count} real "
                            + $"and {generated.Count} generated ones; each subset's distance varies more."),
                ],
            },
        ];
    }

    private static int[] AllOf(FeatureRows rows) => [.. Enumerable.Range(0, rows.Count)];

    /// <summary>Draws some of the rows without replacement, in their order.</summary>
    private static int[] Draw(Random random, int[] rows, int size)
    {
        random.Shuffle(rows);
        var drawn = rows[..size];
        Array.Sort(drawn);
        return drawn;
    }
}
