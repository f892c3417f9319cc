namespace MLNet.Gan;

/// <summary>
/// Weights and biases from U(−1/√fan-in, 1/√fan-in) (LeCun et al., 1998, sec. 4.6, in PyTorch's form).
/// </summary>
/// <remarks>
/// The weights are small, so a network is smooth at first, and the biases spread the kinks of the first layer over the
/// input space, which matters if samples have few dimensions. The layers' gains are not used.
/// </remarks>
public sealed record UniformInitialization : IWeightInitialization
{
    /// <inheritdoc/>
    public Tensor Draw(WeightShape shape, Generator random) => Uniform(shape.Size, shape, random);

    /// <inheritdoc/>
    public Tensor DrawBias(WeightShape shape, Generator random) =>
        Uniform([shape.Size[shape.OutputAxis]], shape, random);

    private static Tensor Uniform(long[] size, WeightShape shape, Generator random)
    {
        var bound = shape.Gain == 0 ? 0 : 1 / Math.Sqrt(shape.FanIn);
        return rand(size, generator: random).Times(2).Minus(1).Times(bound);
    }
}
