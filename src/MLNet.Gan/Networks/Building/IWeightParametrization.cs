namespace MLNet.Gan;

/// <summary>How the weights that layers compute with are made of the parameters that are learned.</summary>
/// <remarks>It is asked for the weight of every dense layer, convolution and embedding, never for a bias.</remarks>
public interface IWeightParametrization : IChoice
{
    /// <summary>A fresh weight.</summary>
    /// <param name="spec">The network's circumstances.</param>
    /// <param name="shape">What the layer needs.</param>
    LayerWeight Create(NetworkSpec spec, WeightShape shape);
}
