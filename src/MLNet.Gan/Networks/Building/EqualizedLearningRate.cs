namespace MLNet.Gan;

/// <summary>
/// Parameters from N(0, 1), multiplied in each forward pass by gain/√fan-in, the standard deviation they would have
/// been initialized with (Karras et al., 2018, sec. 4.1): an optimizer whose updates have the same size for all
/// parameters then changes all layers equally.
/// </summary>
/// <remarks>
/// It replaces the network's initialization. A weight initialized to zeros would always be multiplied by 0, and is
/// refused.
/// </remarks>
public sealed record EqualizedLearningRate : IWeightParametrization
{
    /// <inheritdoc/>
    public LayerWeight Create(NetworkSpec spec, WeightShape shape) =>
        new ScaledWeight(spec.Normal(1, shape.NotOfZeros(this).Size), shape.Deviation);
}
