namespace MLNet.Gan;

/// <summary>
/// Random numbers, one per sample, of shape [N, 1, …]. They are drawn on the CPU, so that equal seeds give equal
/// numbers on every device, and then moved to the samples' device without a synchronization.
/// </summary>
internal static class PerSample
{
    /// <summary>Draws numbers from U(<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static Tensor Uniform(this AugmentationDraw draw, Tensor samples, double from, double to) =>
        from.Plus((to - from).Times(rand(Sizes(samples), generator: draw.Random))).SentTo(samples);

    /// <summary>Draws numbers from N(0, <paramref name="deviation"/>²).</summary>
    public static Tensor Normal(this AugmentationDraw draw, Tensor samples, double deviation) =>
        deviation.Times(randn(Sizes(samples), generator: draw.Random)).SentTo(samples);

    /// <summary>
    /// Draws uniform integers from <paramref name="first"/> to <paramref name="last"/>, both included.
    /// </summary>
    public static Tensor Whole(this AugmentationDraw draw, Tensor samples, long first, long last) =>
        randint(first, last + 1, Sizes(samples), ScalarType.Int64, generator: draw.Random).SentTo(samples.device);

    /// <summary>Returns, for each sample, the changed one with the draw's probability, else the original.</summary>
    public static Tensor Choose(this AugmentationDraw draw, Tensor samples, Tensor changed)
    {
        if (draw.Probability >= 1)
            return changed;
        using Scalar probability = draw.Probability;
        var isChanged = rand(Sizes(samples), generator: draw.Random) < probability;
        return where(isChanged.SentTo(samples.device), changed, samples);
    }

    private static long[] Sizes(Tensor samples) => [samples.shape[0], .. Enumerable.Repeat(1L, (int)samples.dim() - 1)];
}
