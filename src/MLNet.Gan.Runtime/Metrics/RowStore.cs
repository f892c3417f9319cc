namespace MLNet.Gan.Metrics;

/// <summary>Rows of finite numbers, one after another in one array that grows.</summary>
internal sealed class RowStore(string name, int columns)
{
    private readonly List<float> _values = [];
    private float[]? _rows;

    /// <summary>All rows so far; more rows make it stale.</summary>
    public ReadOnlyMemory<float> Rows => _rows ??= [.. _values];

    /// <summary>Refuses a value that is not finite.</summary>
    public void Check(ReadOnlySpan<float> rows)
    {
        if (rows.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) is var bad and >= 0)
            throw new ArgumentException($"Row {_values.Count / columns + bad / columns}, column {bad % columns} of the "
                + $"{name} is {rows[bad]}. Metrics need finite values; look at the samples or the network that it came "
                + "from.", name);
    }

    /// <summary>Adds whole rows that were checked.</summary>
    public void Add(ReadOnlySpan<float> rows)
    {
        _values.AddRange(rows);
        _rows = null;
    }
}
