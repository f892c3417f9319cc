namespace MLNet.Gan;

/// <summary>One discriminator of an ensemble.</summary>
/// <param name="Network">The discriminator.</param>
/// <param name="Downsampling">The number of pixels in each direction that are averaged to one.</param>
/// <param name="Weight">The factor of its losses.</param>
internal sealed record WeightedDiscriminator(nn.Module<Tensor, Tensor?, Tensor> Network, int Downsampling, double Weight)
{
    /// <summary>The heads that the network must return; default none.</summary>
    public IReadOnlyList<DiscriminatorHead> Heads { get; init; } = [];

    /// <summary>The parameters, listed once: TorchSharp walks the whole tree of modules for them.</summary>
    public IReadOnlyList<Tensor> Parameters { get; } = [.. Network.parameters()];

    /// <summary>Samples [N, …] in the resolution of this discriminator.</summary>
    public Tensor Downsampled(Tensor samples) => Downsampling == 1
        ? samples
        : nn.functional.avg_pool2d(samples, kernel_size: Downsampling, stride: Downsampling);

    /// <summary>The output for samples of that resolution.</summary>
    public DiscriminatorOutput Forward(Tensor samples, Tensor? labels) => ReturnedValueCheck.Of(Network, Heads, samples,
        Network is IFeatureDiscriminator discriminator
            ? discriminator.ForwardWithFeatures(samples, labels)
            : new(Network.forward(samples, labels)));

    /// <summary>A pass whose derivatives are written out; null where those of a layer are not.</summary>
    public DiscriminatorTape? Explicit(Tensor samples, Tensor? labels, RowRange differentiated) =>
        Downsampling == 1 ? (Network as Discriminator)?.Explicit(samples, labels, differentiated) : null;

    /// <summary>A pass that computes logits from input gradients; null where the network is not piecewise linear.</summary>
    public PiecewiseLinearPass? PiecewiseLinear(Tensor samples, Tensor? labels) =>
        (Network as Discriminator)?.PiecewiseLinear(samples, labels);
}
