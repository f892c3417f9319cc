namespace MLNet.Gan;

/// <summary>
/// Parameters from N(0, 1), multiplied in each pass by gain/√fan-in, the deviation they would have begun with
/// (Karras et al., 2018, sec. 4.1): an optimizer that moves all by the same step then moves all layers alike.
/// </summary>
/// <remarks>
/// It takes the place of the network's initialization. A weight that begins as zeros would be multiplied by 0 for ever,
/// and is refused.
/// </remarks>
public sealed record EqualizedLearningRate : IWeightParametrization
{
    /// <inheritdoc/>
    public LayerWeight Create(NetworkSpec spec, WeightShape shape) =>
        new ScaledWeight(spec.Normal(1, shape.NotOfZeros(this).Size), shape.Deviation);
}
