using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Data;

/// <summary>A view through a row-to-row mapping, computed row by row when it is read.</summary>
internal sealed class MappedView(IDataView input, IRowToRowMapper mapper) : IDataView
{
    public DataViewSchema Schema => mapper.OutputSchema;

    public bool CanShuffle => input.CanShuffle;

    public long? GetRowCount() => input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var columns = columnsNeeded.ToList();
        return new Cursor(input.GetRowCursor(mapper.GetDependencies(columns), rand), mapper, columns);
    }

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var columns = columnsNeeded.ToList();
        return
        [
            .. input.GetRowCursorSet(mapper.GetDependencies(columns), n, rand)
                .Select(cursor => new Cursor(cursor, mapper, columns)),
        ];
    }

    private sealed class Cursor(DataViewRowCursor source, IRowToRowMapper mapper, List<DataViewSchema.Column> columns)
        : DataViewRowCursor
    {
        private readonly DataViewRow _row = mapper.GetRow(source, columns);

        public override DataViewSchema Schema => _row.Schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext() => source.MoveNext();

        public override ValueGetter<DataViewRowId> GetIdGetter() => _row.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => _row.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            _row.GetGetter<TValue>(column);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _row.Dispose();
            base.Dispose(disposing);
        }
    }
}
