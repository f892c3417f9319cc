namespace MLNet.Gan;

/// <summary>Weights from the same normal distribution in all layers (Radford et al., 2016, sec. 4).</summary>
/// <remarks>A weight of gain 0 is initialized to zeros.</remarks>
public sealed record NormalInitialization : IWeightInitialization
{
    /// <summary>The standard deviation, greater than 0; default 0.02.</summary>
    public double Deviation { get; init => field = Check.Positive(value); } = 0.02;

    /// <inheritdoc/>
    public Tensor Draw(WeightShape shape, Generator random) =>
        randn(shape.Size, generator: random).Times(shape.Gain == 0 ? 0 : Deviation);
}
