using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>The score of the averaged generator at one step.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Value">The value of the metric; infinite or NaN when a sample was.</param>
public sealed record StepScore(long Step, double Value)
{
    /// <summary>
    /// The confidence interval of the value, from random halves of the samples; null but for the best and the last
    /// score, and where the metric cannot be computed of a half.
    /// </summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>Whether the difference from the best score is at most that one's standard error.</summary>
    internal bool IsAsGoodAs(StepScore best) =>
        best.Interval is { } interval && Math.Abs(Value - best.Value) <= interval.StandardError;
}
