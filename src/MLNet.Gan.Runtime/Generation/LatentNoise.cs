using System.Numerics.Tensors;

namespace MLNet.Gan;

/// <summary>Draws latents, normal or uniform, that depend only on a seed and a row's id.</summary>
/// <remarks>
/// So a row has the same latent in every cursor and every order of reading. Bits come from SplitMix64 (Steele et al.,
/// 2014), normal numbers from pairs of them by the method of Box and Muller (1958).
/// </remarks>
internal static class LatentNoise
{
    private const int Pairs = 128; // Of numbers that are computed at a time.

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

    /// <summary>
    /// Fills one latent vector with values from N(0, 1), which are others than those of <see cref="Fill"/>: in single precision, with 24 bits
    /// for each number, and many at a time. None is farther from 0 than 5.8.
    /// </summary>
    public static void FillQuickly(Span<float> latent, int seed, ulong idLow, ulong idHigh)
    {
        var state = Start(seed, idLow, idHigh);
        Span<float> radii = stackalloc float[Pairs], angles = stackalloc float[Pairs], waves = stackalloc float[Pairs];
        for (var start = 0; start < latent.Length; start += 2 * Pairs)
        {
            var part = latent.Slice(start, Math.Min(2 * Pairs, latent.Length - start));
            var first = part[..((part.Length + 1) / 2)];
            var second = part[first.Length..];
            for (var i = 0; i < first.Length; i++)
            {
                var bits = Mix(state += Golden);
                radii[i] = 1 - (bits >> 40) * (1f / (1 << 24)); // Never 0.
                angles[i] = (bits & 0xFFFFFF) * (2 * MathF.PI / (1 << 24));
            }

            TensorPrimitives.Log(radii[..first.Length], radii);
            TensorPrimitives.Multiply(radii[..first.Length], -2, radii);
            TensorPrimitives.Sqrt(radii[..first.Length], radii);
            TensorPrimitives.Cos(angles[..first.Length], waves);
            TensorPrimitives.Multiply(radii[..first.Length], waves[..first.Length], first);
            TensorPrimitives.Sin(angles[..first.Length], waves);
            TensorPrimitives.Multiply(radii[..second.Length], waves[..second.Length], second);
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
