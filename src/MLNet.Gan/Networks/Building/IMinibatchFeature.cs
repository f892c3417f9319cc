namespace MLNet.Gan;

/// <summary>What a discriminator is told of a sample's likeness to the others of its batch.</summary>
public interface IMinibatchFeature : IChoice
{
    /// <summary>The number of features that are added to a sample's own.</summary>
    int Added { get; }

    /// <summary>A fresh layer: features [N, F] to [N, F + Added], the sample's own first.</summary>
    /// <param name="spec">The network's circumstances.</param>
    /// <param name="features">The number of features F.</param>
    nn.Module<Tensor, Tensor> Create(NetworkSpec spec, int features);
}
