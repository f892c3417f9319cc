using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Draws rows at random from a pool that the source refills; every reading draws the same.</summary>
internal sealed class ShuffledView(IDataView source, int seed, int poolSize, bool shuffleSource) : IDataView
{
    public bool CanShuffle => true;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var random = rand ?? new Random(seed);
        var sourceRandom = shuffleSource && source.CanShuffle ? new Random(random.Next()) : null;
        return new Cursor(source.GetRowCursor(columnsNeeded, sourceRandom), columnsNeeded, random, poolSize);
    }

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly DataViewRowCursor _source;
        private readonly Random _random;
        private readonly int _poolSize;
        private readonly Dictionary<int, StoredColumn> _columns = [];
        private readonly StoredColumn<DataViewRowId> _ids = new();
        private readonly List<Action<int>> _writers = [];
        private readonly List<int> _slots = [];
        private int _drawn = -1;
        private long _position = -1;
        private bool _started;

        public Cursor(DataViewRowCursor source, IEnumerable<DataViewSchema.Column> columns, Random random, int poolSize)
        {
            (_source, _random, _poolSize) = (source, random, poolSize);
            foreach (var column in columns.DistinctBy(column => column.Index))
            {
                var stored = _columns[column.Index] = StoredColumn.Create(column.Type);
                _writers.Add(stored.Writer(source, column));
            }

            _writers.Add(_ids.Writer(source.GetIdGetter()));
        }

        public override DataViewSchema Schema => _source.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        private int Slot => _slots[_drawn];

        public override bool MoveNext()
        {
            if (!_started)
                Fill();
            else if (_drawn >= 0 && !Refill(Slot))
                _slots.RemoveAt(_drawn);
            _drawn = _slots.Count > 0 ? _random.Next(_slots.Count) : -1;
            _position = _drawn >= 0 ? _position + 1 : -1;
            return _drawn >= 0;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => _columns.ContainsKey(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ValueGetter<DataViewRowId>)_ids.Reader(() => Slot);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Check.Active(this, column);
            return Check.Getter<TValue>(_columns[column.Index].Reader(() => Slot));
        }

        protected override void Dispose(bool disposing)
        {
            _source.Dispose();
            base.Dispose(disposing);
        }

        private void Fill()
        {
            _started = true;
            while (_slots.Count < _poolSize && Refill(_slots.Count))
                _slots.Add(_slots.Count);
        }

        private bool Refill(int slot)
        {
            if (!_source.MoveNext())
                return false;
            foreach (var write in _writers)
                write(slot);
            return true;
        }
    }
}
