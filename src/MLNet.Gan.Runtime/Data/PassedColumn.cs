using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A column's values of the rows that were read ahead.</summary>
internal abstract class PassedColumn
{
    /// <summary>Keeps the value of the source's current row as that of row i.</summary>
    public abstract void Take(int row);

    /// <summary>A getter of the value of the current row.</summary>
    /// <param name="current">Which of the kept rows that is.</param>
    public abstract Delegate Getter(Func<int> current);

    /// <summary>A keeper for a column of any type.</summary>
    public static PassedColumn Of(DataViewRow source, DataViewSchema.Column column, int capacity)
    {
        var keeper = column.Type is VectorDataViewType vector
            ? typeof(Vectors<>).MakeGenericType(vector.ItemType.RawType)
            : typeof(Values<>).MakeGenericType(column.Type.RawType);
        return (PassedColumn)Activator.CreateInstance(keeper, source, column, capacity)!;
    }

    private sealed class Values<T>(DataViewRow source, DataViewSchema.Column column, int capacity) : PassedColumn
    {
        private readonly ValueGetter<T> _get = source.GetGetter<T>(column);
        private readonly T[] _values = new T[capacity];

        public override void Take(int row)
        {
            // The receiver owns a value that was passed on: a getter may reuse or dispose of its argument.
            T value = default!;
            _get(ref value);
            _values[row] = value;
        }

        public override Delegate Getter(Func<int> current) =>
            (ValueGetter<T>)((ref T value) => value = _values[current()]);
    }

    private sealed class Vectors<T>(DataViewRow source, DataViewSchema.Column column, int capacity) : PassedColumn
    {
        private readonly ValueGetter<VBuffer<T>> _get = source.GetGetter<VBuffer<T>>(column);
        private readonly VBuffer<T>[] _values = new VBuffer<T>[capacity];

        public override void Take(int row) => _get(ref _values[row]);

        public override Delegate Getter(Func<int> current) =>
            (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) => _values[current()].CopyTo(ref value));
    }
}
