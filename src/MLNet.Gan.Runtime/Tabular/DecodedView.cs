using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// A view of decoded rows, with the schema of the table that the encoding was learned from; rows are made in batches as a cursor
/// reads them, and row i is the same in every cursor.
/// </summary>
internal sealed class DecodedView : IDataView
{
    private const int Block = 512; // Hides what each call of ONNX Runtime costs, and stays in the processor's cache.
    private readonly TableEncoding _encoding;
    private readonly IEncodedRows _rows;

    public DecodedView(TableEncoding encoding, IEncodedRows rows)
    {
        (_encoding, _rows) = (encoding, rows);
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(encoding.Columns.Select(column => column.Schema.ToColumn()));
        Schema = builder.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _rows.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DecodedView view, HashSet<int> active) : DataViewRowCursor
    {
        private readonly int _width = view._encoding.Layout.Width;
        private float[] _block = [];
        private long _position = -1;
        private long _blockStart = -1;
        private bool _isDone;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            _position = _isDone ? -1 : _position + 1;
            if (_position == view._rows.Count)
                (_isDone, _position) = (true, -1);
            return !_isDone;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw new InvalidOperationException(
                    $"Column '{column.Name}' is not active in the cursor. Request it when the cursor is created.");
            return view._encoding.Getter(column.Index, Row) as ValueGetter<TValue> ?? throw new InvalidOperationException(
                $"Invalid TValue in GetGetter: '{typeof(TValue)}', but column '{column.Name}' is {column.Type}.");
        }

        private ReadOnlyMemory<float> Row()
        {
            var start = _position / Block * Block;
            if (start != _blockStart)
            {
                var count = (int)Math.Min(Block, view._rows.Count - start);
                if (_block.Length == 0)
                    _block = new float[count * _width];
                view._rows.Fill(start, count, _block.AsMemory(0, count * _width));
                _blockStart = start;
            }

            return _block.AsMemory((int)(_position - start) * _width, _width);
        }
    }
}
