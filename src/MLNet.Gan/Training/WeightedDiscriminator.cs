namespace MLNet.Gan;

/// <summary>One discriminator among those that judge together.</summary>
/// <param name="Network">The discriminator.</param>
/// <param name="Downsampling">How many pixels in each direction it sees as one.</param>
/// <param name="Weight">How much its losses count.</param>
internal sealed record WeightedDiscriminator(nn.Module<Tensor, Tensor?, Tensor> Network, int Downsampling, double Weight)
{
    public DiscriminatorOutput Forward(Tensor samples, Tensor? labels)
    {
        var seen = Seen(samples);
        return ReturnedValueCheck.Of(Network, seen,
            Network is IFeatureDiscriminator judge ? judge.ForwardWithFeatures(seen, labels) : new(Network.forward(seen, labels)));
    }

    /// <summary>How samples come to their logits; null where the network cannot say.</summary>
    public PiecewiseLinearPass? Trace(Tensor samples, Tensor? labels) =>
        (Network as Discriminator)?.Trace(Seen(samples), labels);

    /// <summary>What the network is shown of samples.</summary>
    public Tensor Seen(Tensor samples) => Downsampling == 1
        ? samples
        : nn.functional.avg_pool2d(samples, kernel_size: Downsampling, stride: Downsampling);
}
