using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A view with an added column, computed when it is read, for many rows at once.</summary>
internal sealed class MappedView(IDataView input, AddedColumns mapper) : IDataView
{
    public DataViewSchema Schema => mapper.OutputSchema;

    public bool CanShuffle => input.CanShuffle;

    public long? GetRowCount() => input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var columns = columnsNeeded.ToList();
        return Cursor(input.GetRowCursor(mapper.GetDependencies(columns), rand), columns);
    }

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var columns = columnsNeeded.ToList();
        return
        [
            .. input.GetRowCursorSet(mapper.GetDependencies(columns), n, rand)
                .Select(cursor => Cursor(cursor, columns)),
        ];
    }

    private DataViewRowCursor Cursor(DataViewRowCursor source, List<DataViewSchema.Column> columns) =>
        columns.Any(mapper.Adds)
            ? new LookAheadCursor(source, mapper, columns)
            : new PassingCursor(source, mapper, columns);

    private sealed class PassingCursor(DataViewRowCursor source, AddedColumns mapper, List<DataViewSchema.Column> columns)
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
