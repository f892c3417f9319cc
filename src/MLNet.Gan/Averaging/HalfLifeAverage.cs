namespace MLNet.Gan;

/// <summary>
/// The exponential moving average with its decay given as a half-life in images, so that it does not depend on the
/// batch size (Karras et al., 2020, StyleGAN2-ADA's code).
/// </summary>
/// <remarks>
/// ā ← κā + (1 − κ)θ with κ = 2^(−N/h) for a batch of N and the half-life h, which is at most the number of images seen
/// before, times the ramp-up.
/// </remarks>
public sealed record HalfLifeAverage : IWeightAverage
{
    /// <summary>
    /// The number of images after which the weight of the previous average has halved, at least 0; default 10 000.
    /// </summary>
    public Schedule HalfLife { get; init => field = Check.NotNegative(value); } = 10_000;

    /// <summary>
    /// The upper bound of the half-life as a share of the images seen so far, greater than 0, so that the average
    /// follows the weights quickly at first; default 0.05. Null uses the full half-life from the start.
    /// </summary>
    public double? RampUp { get; init => field = value is { } part ? Check.Positive(part) : null; } = 0.05;

    /// <inheritdoc/>
    public IWeightAverageState CreateState(Tensor average) => new HalfLifeAverageState(this, average);
}
