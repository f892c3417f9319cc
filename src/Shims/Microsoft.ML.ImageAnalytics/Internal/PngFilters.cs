namespace Microsoft.ML.Internal;

/// <summary>Undoes what a row's filter took away.</summary>
internal static class PngFilters
{
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int bytesPerPixel)
    {
        if (filter is < 0 or > 4)
            throw filter < 0 ? new EndOfStreamException() : new InvalidDataException($"No PNG has a filter {filter}.");

        for (var i = 0; i < row.Length; i++)
        {
            var hasLeft = i >= bytesPerPixel;
            int left = hasLeft ? row[i - bytesPerPixel] : 0, corner = hasLeft ? above[i - bytesPerPixel] : 0;
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Paeth(left, above[i], corner),
            });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) =
            (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - 2 * corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
