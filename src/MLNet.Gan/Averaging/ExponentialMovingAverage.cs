namespace MLNet.Gan;

/// <summary>The exponential moving average (EMA): a share of it survives each step, the rest is renewed.</summary>
/// <remarks>ā ← κā + (1 − κ)θ, with the decay κ.</remarks>
public sealed record ExponentialMovingAverage : IWeightAverage
{
    /// <summary>The share κ that survives a step, from 0 (the last weights) to 1; default 0.999.</summary>
    public Schedule Decay { get; init => field = Check.Share(value); } = 0.999;

    /// <summary>
    /// Whether the average is quick at first, while the weights are still poor: at most (1 + n)/(10 + n) survives
    /// step n; default true.
    /// </summary>
    public bool RampsUp { get; init; } = true;

    /// <inheritdoc/>
    public IWeightAverageState CreateState(Tensor average) => new ExponentialMovingAverageState(this, average);
}
