using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>A <see cref="Discriminator"/> whose features grow.</summary>
internal sealed class GrowingDiscriminator : nn.Module<Tensor, Tensor?, Tensor>, IFeatureDiscriminator, IGrowingNetwork
{
    private readonly GrowingFeatures _features;
    private readonly Discriminator _network;

    /// <summary>Initializes a discriminator that owns its features and creates its other layers.</summary>
    /// <param name="spec">The specification of the network.</param>
    /// <param name="features">Samples to [N, F].</param>
    /// <param name="featureSize">The number of features F.</param>
    public GrowingDiscriminator(NetworkSpec spec, GrowingFeatures features, int featureSize)
        : base(nameof(GrowingDiscriminator))
    {
        _features = features;
        _network = new(spec, features, featureSize);
        register_module("network", _network);
    }

    public override Tensor forward(Tensor samples, Tensor? labels) => _network.forward(samples, labels);

    public DiscriminatorOutput ForwardWithFeatures(Tensor samples, Tensor? labels) => _network.ForwardWithFeatures(samples, labels);

    public void GrowTo(Phase phase) => _features.GrowTo(phase);
}
