namespace MLNet.Gan;

/// <summary>The exponential moving average (EMA) of the generator's weights.</summary>
/// <remarks>ā ← κā + (1 − κ)θ, with the decay κ.</remarks>
public sealed record ExponentialMovingAverage : IWeightAverage
{
    /// <summary>The decay κ, from 0 (the current weights) to 1; default 0.999.</summary>
    public Schedule Decay { get; init => field = Check.Share(value); } = 0.999;

    /// <summary>
    /// Whether the decay is smaller during the first steps, so that the initial weights are forgotten: it is at most
    /// (1 + n)/(10 + n) at step n; default true.
    /// </summary>
    public bool RampsUp { get; init; } = true;

    /// <inheritdoc/>
    public IWeightAverageState CreateState(Tensor average) => new ExponentialMovingAverageState(this, average);
}
