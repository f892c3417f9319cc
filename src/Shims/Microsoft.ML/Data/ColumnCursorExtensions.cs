using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>Reads one column.</summary>
public static class ColumnCursorExtensions
{
    public static IEnumerable<T> GetColumn<T>(this IDataView data, string columnName)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.GetColumn<T>(data.Schema[Check.NonEmpty(columnName, nameof(columnName))]);
    }

    public static IEnumerable<T> GetColumn<T>(this IDataView data, DataViewSchema.Column column)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (conversion, rawType) = MemberConversion.For(typeof(T));
        if (rawType == column.Type.RawType)
            return Generic.Call<IEnumerable<T>>(
                typeof(ColumnCursorExtensions), nameof(Read), [typeof(T), rawType], data, column, conversion);
        if (typeof(T) == typeof(string))
            return Generic.Call<IEnumerable<T>>(typeof(ColumnCursorExtensions), nameof(ReadText), [column.Type.RawType], data, column);
        throw new InvalidOperationException($"Could not map a data column of type {column.Type} to {typeof(T)}");
    }

    private static IEnumerable<TMember> Read<TMember, TValue>(
        IDataView data, DataViewSchema.Column column, IMemberConversion<TMember, TValue> conversion)
    {
        using var cursor = data.GetRowCursor([column]);
        var getter = cursor.GetGetter<TValue>(column);
        TValue value = default!;
        while (cursor.MoveNext())
        {
            getter(ref value);
            yield return conversion.ToMember(value, default!);
        }
    }

    private static IEnumerable<string> ReadText<TValue>(IDataView data, DataViewSchema.Column column) =>
        data.GetColumn<TValue>(column).Select(value => $"{value}");
}
