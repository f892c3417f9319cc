namespace MLNet.Gan;

/// <summary>A discriminator supplied by the user that also returns its features.</summary>
internal sealed class AdaptedFeatureDiscriminator : nn.Module<Tensor, Tensor?, Tensor>, IFeatureDiscriminator, IAdaptedNetwork
{
    private readonly IFeatureDiscriminator _features;

    /// <summary>Initializes a discriminator around a module, which it owns.</summary>
    /// <param name="inner">The module.</param>
    /// <param name="features">The same module, as a feature discriminator.</param>
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
