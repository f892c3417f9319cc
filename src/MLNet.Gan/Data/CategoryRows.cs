namespace MLNet.Gan;

/// <summary>The rows of each category of a column, of which rare ones are drawn more often than they are.</summary>
internal sealed class CategoryRows
{
    private readonly long[][] _rows;
    private readonly double[] _ends;

    /// <summary>Groups rows by their category.</summary>
    /// <param name="states">The category of each row of the table.</param>
    /// <param name="trained">The rows to draw from.</param>
    public CategoryRows(int[] states, IReadOnlyList<long> trained)
    {
        _rows = [.. trained.GroupBy(row => states[row]).OrderBy(rows => rows.Key).Select(rows => rows.ToArray())];
        _ends = new double[_rows.Length];
        for (var i = 0; i < _ends.Length; i++)
            _ends[i] = (i == 0 ? 0 : _ends[i - 1]) + Math.Log(1 + _rows[i].Length);
    }

    /// <summary>A row of a category that is drawn by log(1 + its number of rows).</summary>
    public long Next(Random random)
    {
        var place = Array.BinarySearch(_ends, random.NextDouble() * _ends[^1]);
        var rows = _rows[Math.Min(place < 0 ? ~place : place + 1, _rows.Length - 1)];
        return rows[random.Next(rows.Length)];
    }
}
