using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The fields of an object as a row of a table, which is completed; for one thread.</summary>
internal sealed class SavedTableRow : DataViewRow
{
    private readonly TableColumnSchema[] _columns;
    private readonly Lazy<Action<object>[]> _setters;
    private object _current = new();
    private long _id, _position = -1;

    public SavedTableRow(TableSession session)
    {
        _columns = SavedTableColumn.Ordered(session.Encoding.Columns.Select(column => column.Schema));
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(_columns.Select(column => column.ToColumn()));
        Schema = builder.ToSchema();
        _setters = new(() => Setters(session));
    }

    /// <inheritdoc/>
    public override DataViewSchema Schema { get; }

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override long Batch => 0;

    /// <summary>Sets the fields of a completed row.</summary>
    public void Complete(object row, object completed)
    {
        (_current, _position) = (row, _position + 1);
        _id = (long)Field(row, nameof(SavedGeneratorInput.Row)).GetValue(row)!;
        foreach (var set in _setters.Value)
            set(completed);
    }

    /// <inheritdoc/>
    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_id, 0);

    /// <inheritdoc/>
    public override bool IsColumnActive(DataViewSchema.Column column) => true;

    /// <inheritdoc/>
    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        FieldInfo? field = null; // All rows are of one class.
        return (ref TValue value) => value = (TValue)(field ??= Field(_current, SavedTableColumns.Field(column.Index))).GetValue(_current)!;
    }

    private Action<object>[] Setters(TableSession session)
    {
        var mapper = new CompletedColumns(session, Schema);
        var completed = mapper.GetRow(this, mapper.OutputSchema);
        var set = GetType().GetMethod(nameof(Setter), BindingFlags.Static | BindingFlags.NonPublic)!;
        return [.. _columns.Index().Select(column =>
        {
            var output = mapper.OutputSchema[column.Item.Name];
            return (Action<object>)set.MakeGenericMethod(output.Type.RawType).Invoke(
                null, [completed, output, SavedTableColumns.Field(column.Index), SavedTableColumn.Of(column.Item).HasNames ? column.Item.KeyNames : null])!;
        })];
    }

    private static Action<object> Setter<T>(DataViewRow row, DataViewSchema.Column column, string field, IReadOnlyList<string>? names)
    {
        var get = row.GetGetter<T>(column);
        FieldInfo? written = null;
        return completed =>
        {
            T value = default!;
            get(ref value);
            object? set = names is not null ? Name(value, names) : column.Type is KeyDataViewType { Count: var count } ? Key(value, count) : value;
            (written ??= Field(completed, field)).SetValue(completed, set);
        };
    }

    /// <summary>A key as ML.NET reads it from a field of a class: counted from 0, and one that the type does not have for none.</summary>
    private static object Key<T>(T value, ulong count) => value switch
    {
        byte key => (byte)(key == 0 ? count : key - 1ul),
        ushort key => (ushort)(key == 0 ? count : key - 1ul),
        uint key => (uint)(key == 0 ? count : key - 1ul),
        ulong key => key == 0 ? count : key - 1ul,
        _ => value!,
    };

    private static ReadOnlyMemory<char> Name<T>(T value, IReadOnlyList<string> names) =>
        value is uint key && key > 0 && key <= names.Count ? names[(int)key - 1].AsMemory() : default;

    private static FieldInfo Field(object row, string name) => row.GetType().GetField(name)!;
}
