using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A cursor over the rows that a mapping makes of a source's, one by one.</summary>
/// <param name="source">The source's cursor, with the columns that the mapping needs.</param>
/// <param name="mapper">The mapping.</param>
/// <param name="columns">The active columns of its output.</param>
internal sealed class PassingCursor(DataViewRowCursor source, IRowToRowMapper mapper, IEnumerable<DataViewSchema.Column> columns) : DataViewRowCursor
{
    private readonly DataViewRow _row = mapper.GetRow(source, columns);

    public override DataViewSchema Schema => _row.Schema;

    public override long Position => source.Position;

    public override long Batch => source.Batch;

    public override bool MoveNext() => source.MoveNext();

    public override ValueGetter<DataViewRowId> GetIdGetter() => _row.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => _row.IsColumnActive(column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => _row.GetGetter<TValue>(column);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _row.Dispose();
        base.Dispose(disposing);
    }
}
