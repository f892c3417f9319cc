namespace MLNet.Gan;

/// <summary>Draws latents, normal or uniform, that depend only on a seed and a row's id.</summary>
/// <remarks>
/// So a row has the same latent in every cursor and every order of reading. Bits come from SplitMix64 (Steele et al.,
/// 2014), normal numbers from pairs of them by the method of Box and Muller (1958).
/// </remarks>
internal static class LatentNoise
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Fills one latent vector with values from N(0, 1).</summary>
    public static void Fill(Span<float> latent, int seed, ulong idLow, ulong idHigh)
    {
        var state = Start(seed, idLow, idHigh);
        for (var i = 0; i < latent.Length; i += 2)
        {
            // 53 bits each; the radius never takes the logarithm of 0.
            var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(ref state)));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * Uniform(ref state));
            latent[i] = (float)(radius * cosine);
            if (i + 1 < latent.Length)
                latent[i + 1] = (float)(radius * sine);
        }
    }

    /// <summary>Fills one latent vector with values from [−1, 1].</summary>
    public static void FillUniform(Span<float> latent, int seed, ulong idLow, ulong idHigh)
    {
        var state = Start(seed, idLow, idHigh);
        foreach (ref var value in latent)
            value = (float)(2 * Uniform(ref state) - 1);
    }

    private static ulong Start(int seed, ulong idLow, ulong idHigh) =>
        Mix(Mix(Mix((ulong)(uint)seed + Golden) + idLow) ^ idHigh);

    private static double Uniform(ref ulong state) => (Mix(state += Golden) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
