using System.Runtime.InteropServices;
using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Values of a column, kept in numbered slots.</summary>
internal abstract class StoredColumn
{
    public static StoredColumn Create(DataViewType type) => Generic.New<StoredColumn>(typeof(StoredColumn<>), [type.RawType]);

    /// <summary>Copies the current value of a row into a slot.</summary>
    public abstract Action<int> Writer(DataViewRow row, DataViewSchema.Column column);

    /// <summary>A getter of the current slot.</summary>
    public abstract Delegate Reader(Func<int> slot);
}

internal sealed class StoredColumn<T> : StoredColumn
{
    private readonly List<T> _values = [];

    public override Action<int> Writer(DataViewRow row, DataViewSchema.Column column) =>
        Writer(row.GetGetter<T>(column));

    public Action<int> Writer(ValueGetter<T> getter) => slot =>
    {
        if (slot == _values.Count)
            _values.Add(default!);
        getter(ref CollectionsMarshal.AsSpan(_values)[slot]);
    };

    public override Delegate Reader(Func<int> slot) =>
        (ValueGetter<T>)((ref T value) => Copy<T>.To(CollectionsMarshal.AsSpan(_values)[slot()], ref value));
}
