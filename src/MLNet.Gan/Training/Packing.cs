namespace MLNet.Gan;

/// <summary>Concatenates samples along the channels, so that a discriminator sees several at once (PacGAN, Lin et al., 2018).</summary>
/// <param name="Count">The samples in a pack.</param>
internal sealed record Packing(int Count)
{
    /// <summary>The shape of a pack: as many channels, or values, more.</summary>
    public SampleShape Shape(SampleShape sample) => Count == 1 ? sample
        : sample.IsImage ? SampleShape.Image(Count * sample.Channels, sample.Height, sample.Width)
        : SampleShape.Vector(Count * sample.Channels);

    /// <summary>[N, C, …] to [N / count, count · C, …], neighbors together.</summary>
    public Tensor Pack(Tensor samples) => Count == 1 ? samples
        : samples.reshape([-1, Count * samples.size(1), .. samples.Sizes()[2..]]);

    /// <summary>[N / count, count · C, …] to [N, C, …].</summary>
    public Tensor Unpack(Tensor packs) => Count == 1 ? packs
        : packs.reshape([-1, packs.size(1) / Count, .. packs.Sizes()[2..]]);

    /// <summary>The labels of packs: [N] to [N / count], of samples that share a class, and conditions [N, C] to [N / count, count · C].</summary>
    public Tensor? Labels(Tensor? labels) => Count == 1 || labels is null ? labels
        : labels.dim() == 1 ? labels.reshape(-1, Count).select(1, 0)
        : Pack(labels);
}
