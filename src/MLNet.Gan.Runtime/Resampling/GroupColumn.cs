using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Reads the values of a sampling key, of any type of text, keys or numbers, as texts.</summary>
internal static class GroupColumn
{
    /// <summary>The value of each row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or of another type.</exception>
    public static IReadOnlyList<string> Read(IDataView view, string name, CancellationToken cancellationToken)
    {
        var column = ColumnCheck.Find(view.Schema, "sampling key", name);
        if (column.Type is not (TextDataViewType or KeyDataViewType or NumberDataViewType or BooleanDataViewType))
            throw ColumnCheck.Mismatch("sampling key", name, "text, a key or a number", column.Type.ToString()!);
        using var cursor = view.GetRowCursor([column]);
        var read = (Func<string>)typeof(GroupColumn).GetMethod(nameof(Bind), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(column.Type.RawType).Invoke(null, [cursor, column])!;
        List<string> values = [];
        while (cursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            values.Add(read());
        }

        return values;
    }

    private static Func<string> Bind<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return FormattableString.Invariant($"{value}");
        };
    }
}
