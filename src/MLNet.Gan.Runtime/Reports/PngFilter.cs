namespace MLNet.Gan.Reports;

/// <summary>The PNG filters, which replace pixels by differences that compress better.</summary>
/// <remarks>Of the filters None (0), Sub (1) and Up (2), the one with the smallest sum of absolute signed bytes is used
/// for each row.</remarks>
internal static class PngFilter
{
    /// <summary>Returns all rows, each preceded by the number of its filter.</summary>
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
