namespace MLNet.Gan;

/// <summary>The latents of a caller.</summary>
internal sealed class GivenLatents : ILatents
{
    private readonly float[][] _latents;

    private GivenLatents(float[][] latents) => _latents = latents;

    public int Count => _latents.Length;

    /// <summary>Returns a copy of latents after checking each.</summary>
    /// <exception cref="ArgumentException">One is null, has another length or a number that is not finite.</exception>
    public static GivenLatents Of(IEnumerable<float[]> latents, int size)
    {
        ArgumentNullException.ThrowIfNull(latents);
        return new([.. latents.Select((latent, row) => Checked(latent, row, size))]);
    }

    public void Fill(long row, Span<float> latent) => _latents[row].CopyTo(latent);

    private static float[] Checked(float[]? latent, int row, int size)
    {
        if (latent is null)
            throw Wrong($"Latent {row} is null, but this generator needs {size} numbers.");
        if (latent.Length != size)
            throw Wrong($"Latent {row} has {latent.Length} values, but this generator needs {size}.");
        var wrong = Array.FindIndex(latent, value => !float.IsFinite(value));
        return wrong < 0 ? [.. latent] : throw Wrong(
            $"Latent {row} has the value {latent[wrong]} at index {wrong}. Replace values that are not finite.");
    }

    private static ArgumentException Wrong(string message) => new(message, "latents");
}
