namespace MLNet.Gan.Metrics;

/// <summary>The confidence interval of a value.</summary>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Level">The confidence level, such as 0.95.</param>
public sealed record ConfidenceInterval(double Low, double High, double Level)
{
    /// <summary>The standard error of the value, from which the bounds are a normal quantile away.</summary>
    internal double StandardError => (High - Low) / 2 / NormalQuantile.Of((1 + Level) / 2);
}
