namespace MLNet.Gan;

/// <summary>
/// Weights from N(0, gain² · 2/(fan-in + fan-out)), which weigh the variance on the way forward against that of the
/// gradients on the way back (Glorot &amp; Bengio, 2010, eq. 12, where the gain is 1).
/// </summary>
public sealed record XavierInitialization : IWeightInitialization
{
    /// <inheritdoc/>
    public Tensor Draw(WeightShape shape, Generator random) =>
        randn(shape.Size, generator: random).Times(shape.Gain * Math.Sqrt(2 / (shape.FanIn + shape.FanOut)));
}
