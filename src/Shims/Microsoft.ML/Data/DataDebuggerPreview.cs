using System.Collections.Immutable;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>The first rows of a view, by row and by column.</summary>
public sealed class DataDebuggerPreview
{
    internal DataDebuggerPreview(IDataView data, int maxRows)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check.That(maxRows >= 0, nameof(maxRows), "Must be non-negative.");
        Schema = data.Schema;

        using var cursor = data.GetRowCursor(Schema);
        var readers = Schema.Select(column =>
            Generic.Call<Func<object>>(typeof(DataDebuggerPreview), nameof(Reader), [column.Type.RawType], cursor, column)).ToArray();
        List<object[]> rows = [];
        while (rows.Count < maxRows && cursor.MoveNext())
            rows.Add([.. readers.Select(read => read())]);

        RowView = [.. rows.Select(row => new RowInfo([.. row.Select((value, i) => KeyValuePair.Create(Schema[i].Name, value))]))];
        ColumnView = [.. Schema.Select(column => new ColumnInfo(column, [.. rows.Select(row => row[column.Index])]))];
    }

    public DataViewSchema Schema { get; }

    public ImmutableArray<ColumnInfo> ColumnView { get; }

    public ImmutableArray<RowInfo> RowView { get; }

    public override string ToString() => $"{Schema.Count} columns, {RowView.Length} rows";

    private static Func<object> Reader<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<T>(column);
        return () =>
        {
            T value = default!;
            getter(ref value);
            return value!;
        };
    }

    /// <summary>A column and its first values.</summary>
    public sealed class ColumnInfo
    {
        internal ColumnInfo(DataViewSchema.Column column, object[] values) => (Column, Values) = (column, values);

        public DataViewSchema.Column Column { get; }

        public object[] Values { get; }
    }

    /// <summary>A row's values by the names of their columns.</summary>
    public sealed class RowInfo
    {
        internal RowInfo(KeyValuePair<string, object>[] values) => Values = values;

        public KeyValuePair<string, object>[] Values { get; }
    }
}
