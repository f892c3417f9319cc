using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The encoding of a column: of one value, or of each slot of its vectors.</summary>
internal sealed class TableColumnEncoding<TRaw, T>(TableColumnSchema schema, TableType<TRaw, T> type, ITablePart<T>[] parts) : ITableColumnEncoding
    where T : notnull
{
    private const double Rounding = 1e-6;

    private readonly int[] _starts = parts.Starts();

    /// <inheritdoc/>
    public TableColumnSchema Schema => schema;

    /// <inheritdoc/>
    public IReadOnlyList<ITablePart> Parts => parts;

    /// <summary>Reads a column's encoding from JSON.</summary>
    public static TableColumnEncoding<TRaw, T> FromJson(TableColumnSchema schema, TableType<TRaw, T> type, JsonObject json)
    {
        ITablePart<T>[] parts = [.. json["parts"]!.AsArray().Select(part => PartJson.Read(type, part!.AsObject()))];
        return parts.Length == schema.Size ? new(schema, type, parts)
            : throw new FormatException($"Column '{schema.Name}' has {parts.Length} encodings for {schema.Size} values.");
    }

    /// <inheritdoc/>
    public TableEncoder Bind(DataViewRow row, DataViewSchema.Column column)
    {
        schema.RequireSame(column);
        var read = type.Bind(row, column);
        var values = new T[parts.Length];
        return (index, draws, destination) =>
        {
            read(values);
            for (var i = 0; i < parts.Length; i++)
                Encode(i, values[i], index, draws, destination);
        };
    }

    /// <inheritdoc/>
    public TableEncoder Bind(ITableRowsColumn rows)
    {
        var slots = ((TableRowsColumn<TRaw, T>)rows).Slots;
        return (index, draws, destination) =>
        {
            for (var i = 0; i < parts.Length; i++)
                Encode(i, slots[i][index], index, draws, destination);
        };
    }

    /// <inheritdoc/>
    public IGivenColumn BindGiven(DataViewRow row, DataViewSchema.Column? column) =>
        new GivenColumn<TRaw, T>(schema, type, parts, column is { } there ? type.Bind(row, there) : null);

    /// <inheritdoc/>
    public Delegate Getter(Func<ReadOnlyMemory<float>> current)
    {
        TRaw Value(ReadOnlyMemory<float> row, int i) => type.Write(parts[i].Decode(row.Span.Slice(_starts[i], parts[i].Width())));
        if (!schema.IsVector)
            return (ValueGetter<TRaw>)((ref TRaw value) => value = Value(current(), 0));
        return (ValueGetter<VBuffer<TRaw>>)((ref VBuffer<TRaw> value) =>
        {
            var row = current();
            var editor = VBufferEditor.Create(ref value, parts.Length);
            for (var i = 0; i < parts.Length; i++)
                editor.Values[i] = Value(row, i);
            value = editor.Commit();
        });
    }

    /// <inheritdoc/>
    public (OnnxValue Value, OnnxElement Element) AddTo(OnnxGraph graph, OnnxValue rows, int start)
    {
        OnnxValue[] values = [.. parts.Select((part, i) => part.AddTo(graph, part.Source(graph, rows, start + _starts[i])))];
        var all = values.Length == 1 ? values[0] : graph.Add("Concat", values, OnnxAttribute.Of("axis", 1));
        return (type.Element == OnnxElement.Boolean ? graph.Cast(all, OnnxElement.Boolean) : all, type.Element); // Stored as an integer.
    }

    /// <inheritdoc/>
    public string? FirstDifference(StoredRows rows, int start, Array decoded)
    {
        for (var i = 0; i < decoded.Length; i++)
        {
            var (row, part) = Math.DivRem(i, parts.Length);
            var expected = parts[part].Decode(rows.Values.Span.Slice(row * rows.Width + start + _starts[part], parts[part].Width()));
            if (!IsSame(expected, decoded.GetValue(i)))
                return $"'{schema.NameOf(part)}' of row {row} is {decoded.GetValue(i)}, but should be {type.Text(expected)}";
        }

        return null;
    }

    /// <inheritdoc/>
    public JsonObject ToJson() => new()
    {
        ["schema"] = JsonSerializer.SerializeToNode(schema),
        ["parts"] = new JsonArray([.. parts.Select(part => part.ToJson())]),
    };

    // To rounding where they are fractions: the exponential functions of ONNX Runtime and .NET differ in the last bit.
    private static bool IsSame(T expected, object? decoded) => (expected, decoded) switch
    {
        (float one, float other) => one.Equals(other) || Math.Abs(one - other) <= Rounding * Math.Abs(one),
        (double one, double other) => one.Equals(other) || Math.Abs(one - other) <= Rounding * Math.Abs(one),
        (long one, bool other) => one == (other ? 1 : 0),
        _ => Equals(expected, decoded),
    };

    private void Encode(int part, T value, int row, RowDraws draws, Span<float> destination)
    {
        try
        {
            parts[part].Encode(value, draws.Of(part), destination.Slice(_starts[part], parts[part].Width()));
        }
        catch (InvalidOperationException unknown)
        {
            throw new InvalidOperationException($"Row {row} of column '{schema.NameOf(part)}' {unknown.Message}", unknown);
        }
    }
}
