namespace MLNet.Gan.Metrics;

/// <summary>The confidence interval of a share of independent trials.</summary>
internal static class WilsonInterval
{
    /// <summary>
    /// The score interval of Wilson (1927): (p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n), which stays within [0, 1].
    /// </summary>
    /// <param name="share">p, from 0 to 1.</param>
    /// <param name="count">n, above 0; not whole where trials depend on each other.</param>
    /// <param name="confidence">The confidence level, in (0, 1).</param>
    public static ConfidenceInterval Of(double share, double count, double confidence)
    {
        var z = NormalQuantile.Of((1 + confidence) / 2);
        var (scale, middle) = (1 + z * z / count, share + z * z / (2 * count));
        var width = z * Math.Sqrt(share * (1 - share) / count + z * z / (4 * count * count));
        return new(Math.Max((middle - width) / scale, 0), Math.Min((middle + width) / scale, 1), confidence);
    }
}
