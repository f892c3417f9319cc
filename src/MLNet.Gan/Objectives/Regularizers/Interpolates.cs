namespace MLNet.Gan;

internal static class Interpolates
{
    /// <summary>A point of the segment between each real sample and its fake, uniformly drawn.</summary>
    public static Tensor Draw(RegularizerContext round)
    {
        var (real, fake) = (round.Real.Samples.detach(), round.Fake.Samples.detach());
        long[] onePerSample = [real.shape[0], .. Enumerable.Repeat(1L, real.shape.Length - 1)];
        var share = rand(onePerSample, generator: round.Random).SentTo(real);
        return lerp(real, fake, share);
    }
}
