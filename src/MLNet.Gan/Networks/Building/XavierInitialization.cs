namespace MLNet.Gan;

/// <summary>
/// Weights from N(0, gain² · 2/(fan-in + fan-out)), a compromise between keeping the variance in the forward pass and
/// that of the gradients in the backward pass (Glorot &amp; Bengio, 2010, eq. 12, where the gain is 1).
/// </summary>
public sealed record XavierInitialization : IWeightInitialization
{
    /// <inheritdoc/>
    public Tensor Draw(WeightShape shape, Generator random) =>
        randn(shape.Size, generator: random).Times(shape.Gain * Math.Sqrt(2 / (shape.FanIn + shape.FanOut)));
}
