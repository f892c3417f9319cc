using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>Reads one column of a view as a sequence.</summary>
public static class ColumnCursorExtensions
{
    /// <summary>The values of a column, read row by row while the sequence is enumerated, and anew each time.</summary>
    /// <typeparam name="T">
    /// The column's raw type, an array for a vector, or a string for any column. A <see cref="VBuffer{T}"/> shares no
    /// arrays with the next one.
    /// </typeparam>
    /// <param name="data">The view.</param>
    /// <param name="columnName">The column's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">The column's type does not fit <typeparamref name="T"/>.</exception>
    public static IEnumerable<T> GetColumn<T>(this IDataView data, string columnName)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.GetColumn<T>(data.Schema[Check.NonEmpty(columnName, nameof(columnName))]);
    }

    /// <summary>The values of a column, read row by row while the sequence is enumerated, and anew each time.</summary>
    /// <exception cref="InvalidOperationException">The column's type does not fit <typeparamref name="T"/>.</exception>
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
