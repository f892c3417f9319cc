namespace MLNet.Gan;

/// <summary>Samples as they are compared without a network of features.</summary>
internal static class Thumbnails
{
    private const int Side = 16;

    /// <summary>Vectors as they are, images averaged to at most 16 × 16 pixels: [N, …] to [N, values].</summary>
    public static Tensor Of(Tensor samples) => (samples.dim() == 4 && Math.Max(samples.size(2), samples.size(3)) > Side
        ? nn.functional.adaptive_avg_pool2d(samples, (Math.Min(Side, samples.size(2)), Math.Min(Side, samples.size(3))))
        : samples).flatten(1);
}
