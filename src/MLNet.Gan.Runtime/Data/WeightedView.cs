using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A view with one more column of weights, which notices whether that is read.</summary>
/// <param name="source">The view.</param>
/// <param name="name">The column's name.</param>
/// <param name="columns">The columns of the source that a weight is computed from.</param>
/// <param name="bind">Makes a function that returns the weight of a source's current row.</param>
internal sealed class WeightedView(
    IDataView source, string name, DataViewSchema.Column[] columns, Func<DataViewRow, Func<float>> bind) : IDataView
{
    private volatile bool _isRead;

    /// <summary>Whether a cursor was asked for the weights.</summary>
    public bool IsRead => _isRead;

    public DataViewSchema Schema { get; } = AddedColumns.Extend(
        source.Schema, [new DataViewSchema.DetachedColumn(name, NumberDataViewType.Single)]);

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = columnsNeeded.Select(column => column.Index).ToHashSet();
        return new Cursor(this, source.GetRowCursor(Needed(active), rand), active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var active = columnsNeeded.Select(column => column.Index).ToHashSet();
        return [.. source.GetRowCursorSet(Needed(active), n, rand).Select(cursor => new Cursor(this, cursor, active))];
    }

    private DataViewSchema.Column[] Needed(HashSet<int> active)
    {
        var weighs = active.Contains(source.Schema.Count);
        _isRead |= weighs;
        return [.. source.Schema.Where(column => active.Contains(column.Index) || (weighs && columns.Any(needed => needed.Index == column.Index)))];
    }

    private Func<float> Bind(DataViewRow row) => bind(row);

    private sealed class Cursor(WeightedView view, DataViewRowCursor source, HashSet<int> active) : DataViewRowCursor
    {
        public override DataViewSchema Schema => view.Schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext() => source.MoveNext();

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw AddedColumns.NotActive(column);
            if (column.Index < source.Schema.Count)
                return source.GetGetter<TValue>(source.Schema[column.Index]);
            var weight = view.Bind(source);
            ValueGetter<float> getter = (ref float value) => value = weight();
            return getter as ValueGetter<TValue> ?? throw AddedColumns.WrongType<TValue>(column);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
