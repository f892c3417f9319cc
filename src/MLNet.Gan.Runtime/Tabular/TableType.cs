using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A type of ML.NET's, whose values are stored as those of another type.</summary>
/// <typeparam name="TRaw">ML.NET's type.</typeparam>
/// <typeparam name="T">The stored type: <see cref="float"/>, <see cref="double"/>, <see cref="long"/> or <see cref="string"/>.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Read">Returns the stored value.</param>
/// <param name="Write">Returns ML.NET's value.</param>
/// <param name="Element">What an ONNX model gives.</param>
internal sealed record TableType<TRaw, T>(string Name, Func<TRaw, T> Read, Func<T, TRaw> Write, OnnxElement Element) : ITableType
    where T : notnull
{
    /// <summary>ML.NET's type; of the number of keys, where it is one.</summary>
    public required Func<ulong, PrimitiveDataViewType> DataViewType { get; init; }

    /// <summary>The value that says that there is none, in a list of one; empty where the type has no such value.</summary>
    public T[] Missing { get; init; } = [];

    /// <summary>Learns how values are numbers; null where they never are: they are categories.</summary>
    public Func<NumberRange<T>, INumberScale<T>>? LearnScale { get; init; }

    /// <summary>Makes the scale of a file.</summary>
    public Func<(long Origin, long Step)?, INumberScale<T>>? StoredScale { get; init; }

    /// <summary>Returns the number of a value, for comparisons; null where values are categories.</summary>
    public Func<T, double>? Number { get; init; }

    /// <summary>Whether bounds can be set, which are numbers.</summary>
    public bool HasBounds { get; init; } = true;

    /// <summary>What a value is called in messages.</summary>
    public Func<T, string> Text { get; init; } = value => FormattableString.Invariant($"{value}");

    /// <summary>Returns whether a value is the missing one.</summary>
    public bool IsMissing(T value) => Missing.Length > 0 && EqualityComparer<T>.Default.Equals(Missing[0], value); // NaN equals itself.

    /// <inheritdoc/>
    public PrimitiveDataViewType ItemType(ulong keyCount) => DataViewType(keyCount);

    /// <inheritdoc/>
    public ITableRowsColumn NewRows(TableColumnSchema schema) => new TableRowsColumn<TRaw, T>(schema, NamedAs(schema));

    /// <inheritdoc/>
    public ITableColumnEncoding FromJson(TableColumnSchema schema, JsonObject json) => TableColumnEncoding<TRaw, T>.FromJson(schema, NamedAs(schema), json);

    /// <summary>Returns a reader of a column's values of the current row.</summary>
    /// <exception cref="InvalidOperationException">When read: a vector has another size, or a value cannot be stored.</exception>
    public TableReading<T> Bind(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType { Size: var size })
        {
            var get = row.GetGetter<TRaw>(column);
            TRaw raw = default!;
            return values =>
            {
                get(ref raw);
                values[0] = Stored(raw, row, column);
            };
        }

        var getVector = row.GetGetter<VBuffer<TRaw>>(column);
        VBuffer<TRaw> vector = default;
        return values =>
        {
            getVector(ref vector);
            if (vector.Length != size)
                throw new InvalidOperationException(
                    $"Row {row.Position} of column '{column.Name}' has {vector.Length} values, but its type is {column.Type}. Make its vectors equally long.");
            var i = 0;
            foreach (var raw in vector.DenseValues())
                values[i++] = Stored(raw, row, column);
        };
    }

    /// <inheritdoc/>
    public JsonArray ReadAnnotation(DataViewSchema.Column column, string kind)
    {
        VBuffer<TRaw> values = default;
        column.Annotations.GetValue(kind, ref values);
        return JsonSerializer.SerializeToNode(values.DenseValues().Select(Read).ToArray())!.AsArray();
    }

    /// <inheritdoc/>
    public void AddAnnotation(DataViewSchema.Annotations.Builder builder, string kind, JsonArray values)
    {
        TRaw[] raw = [.. values.Deserialize<T[]>()!.Select(Write)];
        builder.Add(kind, new VectorDataViewType(DataViewType(0), raw.Length), (ref VBuffer<TRaw> value) => value = new(raw.Length, [.. raw]));
    }

    /// <summary>The type whose keys have the names of a column's key values, where it has them.</summary>
    private TableType<TRaw, T> NamedAs(TableColumnSchema schema)
    {
        if (schema.KeyNames is not { Count: > 0 } names)
            return this;
        var plain = Text;
        return this with { Text = value => value is long key && key > 0 && key <= names.Count ? names[(int)key - 1] : plain(value) };
    }

    private T Stored(TRaw raw, DataViewRow row, DataViewSchema.Column column)
    {
        try
        {
            return Read(raw);
        }
        catch (OverflowException)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"Row {row.Position} of column '{column.Name}' has the value {raw}, but a number of a table is at most {TableTypes.Largest} ")
                    + $"(an integer at most {long.MaxValue}). Replace or filter out what is infinite, leave the column out, or convert such "
                    + "numbers to text, if they are categories.");
        }
    }
}
