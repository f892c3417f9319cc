namespace MLNet.Gan;

internal static class Interpolates
{
    /// <summary>A uniformly drawn point of the segment between each real sample and its fake.</summary>
    public static Tensor Draw(Tensor real, Tensor fake, Generator random)
    {
        long[] onePerSample = [real.size(0), .. Enumerable.Repeat(1L, real.Sizes().Length - 1)];
        var share = rand(onePerSample, generator: random).SentTo(real);
        return lerp(real, fake, share);
    }
}
