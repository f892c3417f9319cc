namespace MLNet.Gan;

/// <summary>
/// Weights from N(0, gain²/fan-in), which keep the variance in the forward pass (He et al., 2015, eq. 10).
/// </summary>
public sealed record HeInitialization : IWeightInitialization
{
    /// <inheritdoc/>
    public Tensor Draw(WeightShape shape, Generator random) =>
        randn(shape.Size, generator: random).Times(shape.Deviation);
}
