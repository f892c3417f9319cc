using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>Takes all numbers from a list, in its order, so that another training can be repeated.</summary>
internal sealed class ReplayedNumbers(EagerNetwork network, float[] numbers) : IRandomSource
{
    private int _taken;

    /// <summary>How many numbers are left.</summary>
    public int Left => numbers.Length - _taken;

    /// <inheritdoc/>
    public Tensor Samples() => Take([network.Batch, .. network.Shape]);

    /// <inheritdoc/>
    public Tensor Latents() => Take([network.Batch, network.Latent]);

    /// <inheritdoc/>
    public Tensor Shares() => Take([network.Batch, .. network.Shape.Select(_ => 1L)]);

    /// <summary>The next numbers in a shape.</summary>
    public Tensor Take(long[] shape)
    {
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        _taken += count;
        return tensor(numbers[(_taken - count).._taken]).reshape(shape);
    }
}
