using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A view of copied rows, in which some columns have new values.</summary>
/// <param name="copies">The rows.</param>
/// <param name="replaced">
/// By a column's index, what makes a getter of its new values for a function that gives the current row.
/// </param>
internal sealed class CopiedRowsView(CopiedRows copies, IReadOnlyDictionary<int, Func<Func<int>, Delegate>> replaced) : IDataView
{
    public DataViewSchema Schema => copies.Schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => copies.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = columnsNeeded.Select(column => column.Index).ToHashSet();
        copies.Load(active.Where(column => !replaced.ContainsKey(column)));
        return new Cursor(copies, replaced, active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(
        CopiedRows copies, IReadOnlyDictionary<int, Func<Func<int>, Delegate>> replaced, HashSet<int> active) : DataViewRowCursor
    {
        private int _row = -1;

        public override DataViewSchema Schema => copies.Schema;

        public override long Position => _row < copies.Count ? _row : -1;

        public override long Batch => 0;

        public override bool MoveNext() => _row < copies.Count && ++_row < copies.Count;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_row, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw AddedColumns.NotActive(column);
            var getter = replaced.TryGetValue(column.Index, out var make) ? make(() => _row) : copies.Getter(column.Index, () => _row);
            return getter as ValueGetter<TValue> ?? throw AddedColumns.WrongType<TValue>(column);
        }
    }
}
