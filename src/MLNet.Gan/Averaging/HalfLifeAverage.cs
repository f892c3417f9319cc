namespace MLNet.Gan;

/// <summary>
/// The exponential moving average whose pace is told in images, so that it is the same for every batch size
/// (Karras et al., 2020, StyleGAN2-ADA's code).
/// </summary>
/// <remarks>
/// ā ← κā + (1 − κ)θ with κ = 2^(−N/h) for a batch of N and the half-life h, at most the images seen before, times the
/// ramp-up.
/// </remarks>
public sealed record HalfLifeAverage : IWeightAverage
{
    /// <summary>
    /// The number of images after which half of what the average was is left, at least 0; default 10 000.
    /// </summary>
    public Schedule HalfLife { get; init => field = Check.NotNegative(value); } = 10_000;

    /// <summary>
    /// What part of the images seen so far the half-life may be, greater than 0, so that the average is quick while the
    /// weights are still poor; default 0.05. Null takes the whole half-life from the start.
    /// </summary>
    public double? RampUp { get; init => field = value is { } part ? Check.Positive(part) : null; } = 0.05;

    /// <inheritdoc/>
    public IWeightAverageState CreateState(Tensor average) => new HalfLifeAverageState(this, average);
}
