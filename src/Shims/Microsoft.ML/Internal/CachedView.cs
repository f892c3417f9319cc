using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Keeps columns in memory once they have been read.</summary>
internal sealed class CachedView(IDataView source) : IDataView
{
    private const int BatchSize = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, StoredColumn> _columns = [];
    private int? _count;

    public bool CanShuffle => true;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => _count ?? source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var rows = Enumerable.Range(0, Load(columnsNeeded));
        if (rand is null)
            return new Cursor(this, columnsNeeded, rows);
        var order = rows.ToArray();
        rand.Shuffle(order);
        return new Cursor(this, columnsNeeded, order);
    }

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        if (rand is not null || n <= 1)
            return [GetRowCursor(columnsNeeded, rand)];
        var rows = Enumerable.Range(0, Load(columnsNeeded));
        return [.. Enumerable.Range(0, n).Select(share =>
            new Cursor(this, columnsNeeded, rows.Where(row => row / BatchSize % n == share)))];
    }

    public int Load(IEnumerable<DataViewSchema.Column> columns)
    {
        lock (_lock)
        {
            var missing = columns.Where(column => !_columns.ContainsKey(column.Index)).DistinctBy(column => column.Index).ToArray();
            if (missing.Length == 0 && _count is { } known)
                return known;

            using var cursor = source.GetRowCursor(missing);
            var stored = missing.ToDictionary(column => column.Index, column => StoredColumn.Create(column.Type));
            var writers = missing.Select(column => stored[column.Index].Writer(cursor, column)).ToArray();
            var count = 0;
            for (; cursor.MoveNext(); count++)
                foreach (var write in writers)
                    write(count);

            foreach (var (index, column) in stored)
                _columns.Add(index, column);
            return (_count = count).Value;
        }
    }

    private StoredColumn Column(int index)
    {
        lock (_lock)
            return _columns[index];
    }

    private sealed class Cursor(CachedView view, IEnumerable<DataViewSchema.Column> columns, IEnumerable<int> rows)
        : DataViewRowCursor
    {
        private readonly HashSet<int> _active = [.. columns.Select(column => column.Index)];
        private readonly IEnumerator<int> _rows = rows.GetEnumerator();
        private long _position = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _position;

        public override long Batch => _rows.Current / BatchSize;

        public override bool MoveNext()
        {
            var moved = _rows.MoveNext();
            _position = moved ? _position + 1 : -1;
            return moved;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_rows.Current, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Check.Active(this, column);
            return Check.Getter<TValue>(view.Column(column.Index).Reader(() => _rows.Current));
        }
    }
}
