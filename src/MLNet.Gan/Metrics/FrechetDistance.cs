namespace MLNet.Gan.Metrics;

/// <summary>
/// The Fréchet distance of two sets of features, each seen as a Gaussian:
/// ‖μ₁ − μ₂‖² + tr Σ₁ + tr Σ₂ − 2 tr √(Σ₁Σ₂) (Dowson &amp; Landau, 1982; Heusel et al., 2017).
/// </summary>
/// <remarks>
/// Exact for singular covariances too: fewer samples than features, constant features and repeated samples need no
/// special care. The covariances are unbiased (ddof 1, as in TTUR, pytorch-fid and torchmetrics) unless told otherwise
/// (ddof 0, as in StyleGAN). Equal sets give a value within rounding of 0, which may be below it.
/// </remarks>
public static class FrechetDistance
{
    /// <summary>The count of samples from which distances are commonly reported.</summary>
    private const int UsualCount = 10_000;

    /// <summary>The distance of two sets of features of the same network.</summary>
    /// <param name="first">Statistics of at least two rows.</param>
    /// <param name="second">Statistics of at least two rows, of the same dimension.</param>
    /// <param name="ddof">What to take from the counts to divide the covariances by: 1 or 0.</param>
    public static double Between(FeatureStatistics first, FeatureStatistics second, int ddof = 1) =>
        Measure(first, nameof(first), second, nameof(second), ddof).Distance;

    /// <summary>The distance of generated samples from real ones, with what to know about it.</summary>
    /// <param name="real">Statistics of the real samples.</param>
    /// <param name="fake">Statistics of the generated samples.</param>
    /// <param name="network">The name of the network that made the features.</param>
    /// <param name="ddof">What to take from the counts to divide the covariances by: 1 or 0.</param>
    public static FrechetScore Score(FeatureStatistics real, FeatureStatistics fake, string network, int ddof = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(network);
        var (distance, overlap) = Measure(real, nameof(real), fake, nameof(fake), ddof);
        return new(distance, network, real.Count, fake.Count, Math.Min(overlap.FirstRank, overlap.SecondRank),
            [.. Warnings("real", real, overlap.FirstRank), .. Warnings("generated", fake, overlap.SecondRank)]);
    }

    private static (double Distance, CovarianceOverlap Overlap) Measure(
        FeatureStatistics first, string firstName, FeatureStatistics second, string secondName, int ddof)
    {
        RequireTwoRows(first, firstName);
        RequireTwoRows(second, secondName);
        if (first.Dimension != second.Dimension)
            throw new ArgumentException($"A distance needs features of one network, but {firstName} has "
                + $"{first.Dimension} features and {secondName} has {second.Dimension}.", secondName);

        var (size, covariance, other) = (first.Dimension, first.Covariance(ddof), second.Covariance(ddof));
        var overlap = CovarianceOverlap.Of(covariance, other, size);
        var distance = -2 * overlap.TraceOfRoot;
        foreach (var (i, (mean, otherMean)) in first.Mean().Zip(second.Mean()).Index())
            distance += (mean - otherMean) * (mean - otherMean) + covariance[i * size + i] + other[i * size + i];
        return (distance, overlap);
    }

    private static void RequireTwoRows(FeatureStatistics statistics, string name)
    {
        ArgumentNullException.ThrowIfNull(statistics, name);
        if (statistics.Count < 2)
            throw new ArgumentException($"A distance needs at least 2 samples on each side, but {name} has "
                + $"{statistics.Count}.", name);
    }

    private static IEnumerable<string> Warnings(string side, FeatureStatistics statistics, int rank)
    {
        var (count, dimension) = (statistics.Count, statistics.Dimension);
        if (count < dimension)
            yield return $"There are fewer {side} samples ({count}) than features ({dimension}), which makes the "
                + "distance much too large; use more samples.";
        if (count < UsualCount)
            yield return $"Small sets make the distance larger: with {count} {side} samples instead of {UsualCount} or "
                + "more, compare it only with distances for the same counts.";
        if (rank < Math.Min(count - 1, dimension) / 2.0)
            yield return $"The {side} features vary in only {rank} of {Math.Min(count - 1, dimension)} possible "
                + "directions, which hints at mode collapse or repeated samples.";
    }
}
