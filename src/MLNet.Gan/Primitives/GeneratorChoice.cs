namespace MLNet.Gan;

/// <summary>The choice among k generators: number ⌊k · Φ(u)⌋, where u ~ N(0, 1) is the last latent value.</summary>
internal static class GeneratorChoice
{
    /// <summary>Returns the smallest u of every generator but the first: the quantiles of 1/k, 2/k, ….</summary>
    public static float[] Thresholds(int count) =>
        [.. Enumerable.Range(1, count - 1).Select(number => (float)NormalQuantile.Of((double)number / count))];

    /// <summary>Returns the generator numbers, from 0: latents [N, L] to 64-bit integers [N].</summary>
    public static Tensor Of(Tensor latents, int count)
    {
        var last = latents.select(1, -1);
        return Thresholds(count).Aggregate(
            zeros_like(last, dtype: ScalarType.Int64),
            (choice, least) => choice.Plus(Reaches(least).to(ScalarType.Int64)));

        Tensor Reaches(float least)
        {
            using Scalar held = least;
            return last >= held;
        }
    }
}
