namespace MLNet.Gan.Metrics;

/// <summary>
/// The Fréchet distance of two sets of features, each modeled as a Gaussian:
/// ‖μ₁ − μ₂‖² + tr Σ₁ + tr Σ₂ − 2 tr √(Σ₁Σ₂) (Dowson &amp; Landau, 1982; Heusel et al., 2017).
/// </summary>
/// <remarks>
/// Exact for singular covariances too: fewer samples than features, constant features and repeated samples need no
/// special handling. The covariances are unbiased (ddof 1, as in TTUR, pytorch-fid and torchmetrics) by default; ddof 0
/// is that of StyleGAN. Equal sets give 0, or a value within rounding of it; no value is negative.
/// </remarks>
public static class FrechetDistance
{
    /// <summary>Computes the distance of two sets of features of the same network.</summary>
    /// <param name="first">Statistics of at least two rows.</param>
    /// <param name="second">Statistics of at least two rows, of the same dimension.</param>
    /// <param name="ddof">The delta degrees of freedom of the covariances: 1 or 0.</param>
    public static double Between(FeatureStatistics first, FeatureStatistics second, int ddof = 1) =>
        Measure(first, nameof(first), second, nameof(second), ddof).Distance;

    /// <summary>
    /// Computes the distance of real and generated samples, and the numerical rank of each covariance.
    /// </summary>
    internal static (double Distance, int RealRank, int GeneratedRank) Measure(
        FeatureStatistics real, FeatureStatistics generated, int ddof)
    {
        var (distance, overlap) = Measure(real, nameof(real), generated, nameof(generated), ddof);
        return (distance, overlap.FirstRank, overlap.SecondRank);
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
        return (Math.Max(0, distance), overlap); // The sum of equal terms may round to below 0.
    }

    private static void RequireTwoRows(FeatureStatistics statistics, string name)
    {
        ArgumentNullException.ThrowIfNull(statistics, name);
        if (statistics.Count < 2)
            throw new ArgumentException($"A distance needs at least 2 samples on each side, but {name} has "
                + $"{statistics.Count}.", name);
    }
}
