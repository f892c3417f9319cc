namespace MLNet.Gan;

/// <summary>Latents drawn from N(0, 1), each a function of a seed and its row number.</summary>
internal sealed record DrawnLatents(int Count, int Seed) : ILatents
{
    public void Fill(long row, Span<float> latent) => LatentNoise.Fill(latent, Seed, (ulong)row, 0);
}
