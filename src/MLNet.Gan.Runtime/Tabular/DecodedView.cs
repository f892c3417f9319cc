using Microsoft.ML;

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
        new CountedCursor(Schema, _rows.Count, columnsNeeded, new Blocks(this).Getter);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    /// <summary>The encoded rows of one cursor, which are made in blocks.</summary>
    private sealed class Blocks(DecodedView view)
    {
        private readonly int _width = view._encoding.Layout.Width;
        private float[] _block = [];
        private long _blockStart = -1;

        /// <summary>Returns the getter of a column.</summary>
        public Delegate Getter(DataViewSchema.Column column, Func<long> position) => view._encoding.Getter(column.Index, () => Row(position()));

        private ReadOnlyMemory<float> Row(long position)
        {
            var start = position / Block * Block;
            if (start != _blockStart)
            {
                var count = (int)Math.Min(Block, view._rows.Count - start);
                if (_block.Length == 0)
                    _block = new float[count * _width];
                view._rows.Fill(start, count, _block.AsMemory(0, count * _width));
                _blockStart = start;
            }

            return _block.AsMemory((int)(position - start) * _width, _width);
        }
    }
}
