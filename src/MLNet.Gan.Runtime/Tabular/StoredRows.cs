namespace MLNet.Gan;

/// <summary>Encoded rows in memory.</summary>
/// <param name="Values">The rows [N, width], row-major.</param>
/// <param name="Width">The number of floats of a row.</param>
internal sealed record StoredRows(ReadOnlyMemory<float> Values, int Width) : IEncodedRows
{
    /// <inheritdoc/>
    public long Count => Values.Length / Width;

    /// <inheritdoc/>
    public void Fill(long start, int count, Memory<float> destination) =>
        Values.Slice(checked((int)(start * Width)), count * Width).CopyTo(destination);
}
