namespace MLNet.Gan;

/// <summary>A discriminator of the user's own that also tells its features.</summary>
internal sealed class AdaptedFeatureDiscriminator : nn.Module<Tensor, Tensor?, Tensor>, IFeatureDiscriminator, IAdaptedNetwork
{
    private readonly IFeatureDiscriminator _features;

    /// <summary>A discriminator that owns the one within.</summary>
    /// <param name="inner">The module.</param>
    /// <param name="features">The same module, as what tells features.</param>
    public AdaptedFeatureDiscriminator(nn.Module inner, IFeatureDiscriminator features)
        : base(nameof(AdaptedFeatureDiscriminator))
    {
        (Inner, _features) = (inner, features);
        register_module("discriminator", inner);
    }

    public nn.Module Inner { get; }

    public override Tensor forward(Tensor samples, Tensor? labels) => ForwardWithFeatures(samples, labels).Logits;

    public DiscriminatorOutput ForwardWithFeatures(Tensor samples, Tensor? labels)
    {
        var output = _features.ForwardWithFeatures(samples, labels);
        return output with { Logits = AdaptedDiscriminator.Flat(output.Logits, samples) };
    }
}
