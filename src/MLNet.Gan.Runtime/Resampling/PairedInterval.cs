using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>The confidence interval of a mean of paired differences over the folds of a repeated cross-validation.</summary>
internal static class PairedInterval
{
    /// <summary>
    /// The corrected resampled t interval of Nadeau &amp; Bengio (2003): mean ± t · √((1/J + n₂/n₁) s²), with J differences of sample
    /// variance s², n₂ test rows for n₁ training rows, and the quantile t of J − 1 degrees of freedom.
    /// </summary>
    /// <remarks>The training sets of the folds overlap; without n₂/n₁ the interval would be far too narrow.</remarks>
    /// <param name="differences">The differences, at least two.</param>
    /// <param name="testShare">n₂/n₁.</param>
    /// <param name="confidence">The confidence level, in (0, 1).</param>
    public static ConfidenceInterval Of(IReadOnlyList<double> differences, double testShare, double confidence)
    {
        var mean = differences.Average();
        var variance = differences.Sum(value => (value - mean) * (value - mean)) / (differences.Count - 1);
        var width = StudentQuantile.Of((1 + confidence) / 2, differences.Count - 1) * Math.Sqrt((1.0 / differences.Count + testShare) * variance);
        return new(mean - width, mean + width, confidence);
    }
}
