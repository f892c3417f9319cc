namespace MLNet.Gan;

/// <summary>
/// A discriminator's additional features of a sample that depend on the other samples of the minibatch.
/// </summary>
public interface IMinibatchFeature : IChoice
{
    /// <summary>The number of features that are added.</summary>
    int Added { get; }

    /// <summary>Creates a layer that maps features [N, F] to [N, F + Added], the input features first.</summary>
    /// <param name="spec">The specification of the network.</param>
    /// <param name="features">The number of features F.</param>
    nn.Module<Tensor, Tensor> Create(NetworkSpec spec, int features);
}
