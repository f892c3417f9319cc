namespace MLNet.Gan;

/// <summary>A function of the learned parameters that gives the weights that layers compute with.</summary>
/// <remarks>It applies to the weight of every linear layer, convolution and embedding, but not to biases.</remarks>
public interface IWeightParametrization : IChoice
{
    /// <summary>Creates a weight.</summary>
    /// <param name="spec">The specification of the network.</param>
    /// <param name="shape">The weight's shape, fans and gain.</param>
    LayerWeight Create(NetworkSpec spec, WeightShape shape);
}
