namespace MLNet.Gan.Metrics;

/// <summary>Draws rows of a table.</summary>
internal static class RowSample
{
    /// <summary>Some row numbers in order: all, or as many as wanted.</summary>
    public static int[] Draw(int count, int most, Random random)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        if (count <= most)
            return rows;
        random.Shuffle(rows);
        return [.. rows.Take(most).Order()];
    }
}
