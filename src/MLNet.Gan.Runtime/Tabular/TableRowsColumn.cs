using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The values of a column: a list for each slot of its vectors, or one.</summary>
internal sealed class TableRowsColumn<TRaw, T>(TableColumnSchema schema, TableType<TRaw, T> type) : ITableRowsColumn
    where T : notnull
{
    private readonly TableValues<T>[] _slots = [.. Enumerable.Range(0, schema.Size).Select(_ => new TableValues<T>())];
    private readonly Dictionary<T, T> _same = [];

    /// <inheritdoc/>
    public TableColumnSchema Schema => schema;

    /// <summary>The values of each slot.</summary>
    public IReadOnlyList<TableValues<T>> Slots => _slots;

    /// <inheritdoc/>
    public double[]? Numbers(int slot) => type.Number is { } number
        ? [.. _slots[slot].Select(value => type.IsMissing(value) ? double.NaN : number(value))]
        : null;

    /// <inheritdoc/>
    public string[] Texts(int slot) => [.. _slots[slot].Select(value => type.IsMissing(value) ? "" : type.Text(value))];

    /// <inheritdoc/>
    public Action Bind(DataViewRow row, DataViewSchema.Column column)
    {
        var read = type.Bind(row, column);
        var values = new T[_slots.Length];
        return () =>
        {
            read(values);
            for (var i = 0; i < values.Length; i++)
                _slots[i].Add(Shared(values[i]));
        };
    }

    /// <inheritdoc/>
    public ITableColumnEncoding Fit(TableEncodingOptions options, int seed)
    {
        var chosen = options.Columns.FirstOrDefault(column => column.Name == schema.Name) ?? new() { Name = schema.Name };
        return new TableColumnEncoding<TRaw, T>(schema, type,
            [.. _slots.Select((values, slot) => new PartFit<TRaw, T>(type, values, schema.NameOf(slot), options, chosen, seed + slot).Fit())]);
    }

    /// <summary>One copy of equal texts.</summary>
    private T Shared(T value)
    {
        if (value is not string)
            return value;
        if (!_same.TryGetValue(value, out var known))
            _same[value] = known = value;
        return known;
    }
}
