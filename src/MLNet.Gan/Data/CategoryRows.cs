namespace MLNet.Gan;

/// <summary>The rows of each category of a column, of which rare ones are drawn more often than they are.</summary>
internal sealed class CategoryRows
{
    private readonly int[] _rows; // Sorted by category.
    private readonly int[] _starts; // Of each category that has rows, and the end.
    private readonly double[] _ends;

    /// <summary>Groups rows by their category.</summary>
    /// <param name="states">The category of each row of the table.</param>
    /// <param name="trained">The rows to draw from.</param>
    public CategoryRows(int[] states, IReadOnlyList<long> trained)
    {
        var counts = new int[states.Max() + 1];
        for (var i = 0; i < trained.Count; i++)
            counts[states[trained[i]]]++;
        var next = new int[counts.Length];
        for (var state = 1; state < counts.Length; state++)
            next[state] = next[state - 1] + counts[state - 1];
        _starts = [.. next.Where((_, state) => counts[state] > 0), trained.Count];
        _rows = new int[trained.Count];
        for (var i = 0; i < trained.Count; i++)
            _rows[next[states[trained[i]]]++] = (int)trained[i];

        _ends = new double[_starts.Length - 1];
        for (var i = 0; i < _ends.Length; i++)
            _ends[i] = (i == 0 ? 0 : _ends[i - 1]) + Math.Log(1 + _starts[i + 1] - _starts[i]);
    }

    /// <summary>A row of a category that is drawn by log(1 + its number of rows).</summary>
    public long Next(Random random)
    {
        var place = Array.BinarySearch(_ends, random.NextDouble() * _ends[^1]);
        var group = Math.Min(place < 0 ? ~place : place + 1, _ends.Length - 1);
        return _rows[_starts[group] + random.Next(_starts[group + 1] - _starts[group])];
    }
}
