namespace MLNet.Gan;

/// <summary>Encoded rows of several sources, one after another.</summary>
/// <param name="Parts">The sources, whose rows have the same width.</param>
internal sealed record JoinedRows(IReadOnlyList<IEncodedRows> Parts) : IEncodedRows
{
    /// <inheritdoc/>
    public long Count => Parts.Sum(part => part.Count);

    /// <inheritdoc/>
    public void Fill(long start, int count, Memory<float> destination)
    {
        var width = destination.Length / count;
        var (first, filled) = (0L, 0);
        foreach (var part in Parts)
        {
            var from = start + filled - first;
            if (filled < count && from < part.Count)
            {
                var taken = (int)Math.Min(count - filled, part.Count - from);
                part.Fill(from, taken, destination.Slice(filled * width, taken * width));
                filled += taken;
            }

            first += part.Count;
        }
    }
}
