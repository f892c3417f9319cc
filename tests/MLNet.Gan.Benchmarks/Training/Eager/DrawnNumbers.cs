using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>Draws rows of noise and latents, as a training does.</summary>
internal sealed class DrawnNumbers(EagerNetwork network) : IRandomSource
{
    private const int Rows = 1024;
    private readonly Tensor _data = rand([Rows, .. network.Shape]) * 2 - 1;

    /// <inheritdoc/>
    public Tensor Samples() => _data[randint(Rows, [network.Batch])];

    /// <inheritdoc/>
    public Tensor Latents() => randn(network.Batch, network.Latent);

    /// <inheritdoc/>
    public Tensor Shares() => rand([network.Batch, .. network.Shape.Select(_ => 1L)]);
}
