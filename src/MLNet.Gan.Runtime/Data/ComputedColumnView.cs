using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A view with one more column, computed from others, which notices whether that is read.</summary>
/// <param name="source">The view.</param>
/// <param name="added">The column to add.</param>
/// <param name="columns">The columns of the source that it is computed from.</param>
/// <param name="bind">Makes a function that returns the value for a source's current row.</param>
internal sealed class ComputedColumnView<T>(
    IDataView source, DataViewSchema.DetachedColumn added, DataViewSchema.Column[] columns, Func<DataViewRow, Func<T>> bind) : IDataView
{
    private volatile bool _isRead;

    /// <summary>Whether a cursor was asked for the column.</summary>
    public bool IsRead => _isRead;

    public DataViewSchema Schema { get; } = AddedColumns.Extend(source.Schema, [added]);

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
        var isWanted = active.Contains(source.Schema.Count);
        _isRead |= isWanted;
        return [.. source.Schema.Where(column => active.Contains(column.Index) || (isWanted && columns.Any(needed => needed.Index == column.Index)))];
    }

    private Func<T> Bind(DataViewRow row) => bind(row);

    private sealed class Cursor(ComputedColumnView<T> view, DataViewRowCursor source, HashSet<int> active) : DataViewRowCursor
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
            var compute = view.Bind(source);
            ValueGetter<T> getter = (ref T value) => value = compute();
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
