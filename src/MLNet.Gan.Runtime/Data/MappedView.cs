using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A view of the rows that a mapping makes of another's, when they are read.</summary>
/// <param name="input">The other view.</param>
/// <param name="mapper">The mapping.</param>
/// <param name="cursor">Returns a cursor over its rows.</param>
internal sealed class MappedView(
    IDataView input, IRowToRowMapper mapper, Func<DataViewRowCursor, IReadOnlyList<DataViewSchema.Column>, DataViewRowCursor> cursor) : IDataView
{
    /// <summary>A view with added columns, which are computed for many rows at once.</summary>
    public MappedView(IDataView input, AddedColumns mapper)
        : this(input, mapper, (source, columns) => columns.Any(mapper.Adds)
            ? new LookAheadCursor(source, mapper, columns)
            : new PassingCursor(source, mapper, columns))
    {
    }

    /// <summary>A view whose rows are made one by one.</summary>
    public MappedView(IDataView input, IRowToRowMapper mapper) : this(input, mapper, (source, columns) => new PassingCursor(source, mapper, columns))
    {
    }

    public DataViewSchema Schema => mapper.OutputSchema;

    public bool CanShuffle => input.CanShuffle;

    public long? GetRowCount() => input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var columns = columnsNeeded.ToList();
        return cursor(input.GetRowCursor(mapper.GetDependencies(columns), rand), columns);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var columns = columnsNeeded.ToList();
        return [.. input.GetRowCursorSet(mapper.GetDependencies(columns), n, rand).Select(source => cursor(source, columns))];
    }
}
