using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>Where a training has its batches and random numbers from.</summary>
internal interface IRandomSource
{
    /// <summary>Real samples [N, …].</summary>
    Tensor Samples();

    /// <summary>Latents [N, L].</summary>
    Tensor Latents();

    /// <summary>Numbers in [0, 1) [N, 1, …], by which real and fake samples are mixed.</summary>
    Tensor Shares();
}
