namespace MLNet.Gan.Reports;

/// <summary>Turns rows of pixels into differences, which compress better.</summary>
/// <remarks>Of PNG's filters None (0), Sub (1) and Up (2), each row takes the one whose bytes, read as signed, are
/// smallest in sum.</remarks>
internal static class PngFilter
{
    /// <summary>Every row, led by the number of its filter.</summary>
    public static byte[] Apply(Picture picture)
    {
        var rowSize = picture.Width * picture.Channels;
        var result = new byte[(rowSize + 1) * picture.Height];
        var candidates = new byte[3][];
        ReadOnlySpan<byte> above = new byte[rowSize];
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Pixels.Slice(y * rowSize, rowSize);
            candidates[0] = row.ToArray();
            candidates[1] = LessLeft(row, picture.Channels);
            candidates[2] = LessAbove(row, above);

            var best = Array.IndexOf(candidates, candidates.MinBy(Cost));
            result[y * (rowSize + 1)] = (byte)best;
            candidates[best].CopyTo(result, y * (rowSize + 1) + 1);
            above = row;
        }

        return result;
    }

    private static byte[] LessLeft(ReadOnlySpan<byte> row, int channels)
    {
        var difference = row.ToArray();
        for (var x = channels; x < row.Length; x++)
        {
            difference[x] -= row[x - channels];
        }

        return difference;
    }

    private static byte[] LessAbove(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        var difference = row.ToArray();
        for (var x = 0; x < row.Length; x++)
        {
            difference[x] -= above[x];
        }

        return difference;
    }

    private static long Cost(byte[] row) => row.Sum(value => Math.Abs((long)(sbyte)value));
}
