using MLNet.Gan.Networks;

namespace MLNet.Gan.Training;

/// <summary>One discriminator among those that judge together.</summary>
/// <param name="Network">The discriminator.</param>
/// <param name="Downsampling">How many pixels in each direction it sees as one.</param>
/// <param name="Weight">How much its losses count.</param>
internal sealed record Juror(nn.Module<Tensor, Tensor?, Tensor> Network, int Downsampling, double Weight)
{
    public Verdict Judge(Tensor samples, Tensor? labels)
    {
        var seen = Seen(samples);
        return ReturnedValue.Of(Network, seen,
            Network is IJudge judge ? judge.Judge(seen, labels) : new(Network.forward(seen, labels)));
    }

    /// <summary>How samples come to their logits; null where the network cannot say.</summary>
    public AffineTrace? Trace(Tensor samples, Tensor? labels) =>
        (Network as Discriminator)?.Trace(Seen(samples), labels);

    private Tensor Seen(Tensor samples) => Downsampling == 1
        ? samples
        : nn.functional.avg_pool2d(samples, kernel_size: Downsampling, stride: Downsampling);
}
