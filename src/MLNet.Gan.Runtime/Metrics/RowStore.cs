namespace MLNet.Gan.Metrics;

/// <summary>A growing list of rows of finite numbers, row-major.</summary>
internal sealed class RowStore(string name, int columns)
{
    private readonly List<float> _values = [];
    private float[]? _rows;

    /// <summary>All rows so far; a snapshot.</summary>
    public ReadOnlyMemory<float> Rows => _rows ??= [.. _values];

    /// <summary>Throws if a value is not finite.</summary>
    public void Check(ReadOnlySpan<float> rows)
    {
        if (rows.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) is var bad and >= 0)
            throw new ArgumentException($"Row {_values.Count / columns + bad / columns}, column {bad % columns} of the "
                + $"{name} is {rows[bad]}. Metrics need finite values. Check the samples or the network that it came "
                + "from.", name);
    }

    /// <summary>Adds whole rows that were checked before.</summary>
    public void Add(ReadOnlySpan<float> rows)
    {
        _values.AddRange(rows);
        _rows = null;
    }
}
