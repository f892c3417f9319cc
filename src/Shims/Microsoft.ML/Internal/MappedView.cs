using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>A view through a row mapper.</summary>
internal sealed class MappedView(IDataView source, IRowToRowMapper mapper) : IDataView
{
    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => mapper.OutputSchema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(mapper, source.GetRowCursor(mapper.GetDependencies(columnsNeeded), rand), columnsNeeded);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. source.GetRowCursorSet(mapper.GetDependencies(columnsNeeded), n, rand)
            .Select(cursor => new Cursor(mapper, cursor, columnsNeeded))];

    private sealed class Cursor(IRowToRowMapper mapper, DataViewRowCursor source, IEnumerable<DataViewSchema.Column> columns)
        : DataViewRowCursor
    {
        private readonly DataViewRow _row = mapper.GetRow(source, columns);

        public override DataViewSchema Schema => _row.Schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext() => source.MoveNext();

        public override bool IsColumnActive(DataViewSchema.Column column) => _row.IsColumnActive(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => _row.GetIdGetter();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => _row.GetGetter<TValue>(column);

        protected override void Dispose(bool disposing)
        {
            _row.Dispose();
            base.Dispose(disposing);
        }
    }
}
