using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>What a comparison found about a method of resampling.</summary>
/// <param name="Method">The method.</param>
public sealed record ComparedResampling(IResampling Method)
{
    /// <summary>The mean score over all folds; NaN if the method could not be tried.</summary>
    public double Mean { get; init; } = double.NaN;

    /// <summary>The interval of the mean difference from training on the rows as they are; null if it could not be tried.</summary>
    public ConfidenceInterval? Difference { get; init; }

    /// <summary>Why the method could not be tried; null if it was.</summary>
    public string? Problem { get; init; }
}
