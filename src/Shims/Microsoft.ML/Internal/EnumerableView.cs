using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Objects as rows. A list can be shuffled and shared among cursors; another sequence is read from its start.</summary>
internal sealed class EnumerableView<TRow>(IEnumerable<TRow> data, RowType<TRow> type) : IDataView
    where TRow : class
{
    private const int BatchSize = 64;

    private readonly IList<TRow>? _list = data as IList<TRow>;

    public bool CanShuffle => _list is not null;

    public DataViewSchema Schema => type.Schema;

    public long? GetRowCount() => (data as ICollection<TRow>)?.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(type, columnsNeeded, rand is null || _list is null ? InOrder() : Shuffled(_list, rand));

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        if (_list is null || rand is not null || n <= 1)
            return [GetRowCursor(columnsNeeded, rand)];
        var count = Math.Min(n, Math.Max(1, (_list.Count + BatchSize - 1) / BatchSize));
        return [.. Enumerable.Range(0, count).Select(share =>
            new Cursor(type, columnsNeeded, InOrder().Where(row => row.Batch % count == share)))];
    }

    private IEnumerable<(long Id, long Batch, TRow Row)> InOrder() =>
        data.Select((row, index) => ((long)index, (long)index / BatchSize, row));

    private static IEnumerable<(long Id, long Batch, TRow Row)> Shuffled(IList<TRow> list, Random random)
    {
        var order = Enumerable.Range(0, list.Count).ToArray();
        random.Shuffle(order);
        return order.Select(index => ((long)index, 0L, list[index]));
    }

    private sealed class Cursor(
        RowType<TRow> type, IEnumerable<DataViewSchema.Column> columns, IEnumerable<(long Id, long Batch, TRow Row)> rows)
        : DataViewRowCursor
    {
        private readonly HashSet<int> _active = [.. columns.Select(column => column.Index)];
        private readonly IEnumerator<(long Id, long Batch, TRow Row)> _rows = rows.GetEnumerator();
        private long _position = -1;

        public override DataViewSchema Schema => type.Schema;

        public override long Position => _position;

        public override long Batch => _rows.Current.Batch;

        public override bool MoveNext()
        {
            var moved = _rows.MoveNext();
            _position = moved ? _position + 1 : -1;
            return moved;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId id) => id = new((ulong)_rows.Current.Id, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Check.Active(this, column);
            return Check.Getter<TValue>(type.Members[column.Index].Getter(() => _rows.Current.Row));
        }

        protected override void Dispose(bool disposing)
        {
            _rows.Dispose();
            base.Dispose(disposing);
        }
    }
}
