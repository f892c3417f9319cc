using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Walks through a view with an added column, which it computes for many rows at once.</summary>
/// <remarks>
/// It reads some rows ahead and keeps their other values, since the source may give other values at a second reading.
/// </remarks>
internal sealed class LookAheadCursor : DataViewRowCursor
{
    private readonly DataViewRowCursor _source;
    private readonly AddedColumns _mapper;
    private readonly VectorBatch _batch;
    private readonly Dictionary<int, PassedColumn> _passed;
    private readonly ValueGetter<DataViewRowId> _getId;
    private readonly (long Position, long Batch, DataViewRowId Id)[] _rows;
    private int _count;
    private int _row;
    private bool _isDone;

    /// <summary>A cursor over a source that has the columns that are passed, and those that the added one needs.</summary>
    public LookAheadCursor(
        DataViewRowCursor source, AddedColumns mapper, IEnumerable<DataViewSchema.Column> columns)
    {
        (_source, _mapper, _batch, _getId) = (source, mapper, mapper.Bind(source), source.GetIdGetter());
        _rows = new (long, long, DataViewRowId)[_batch.Capacity];
        _passed = columns.Where(column => !mapper.Adds(column)).ToDictionary(
            column => column.Index,
            column => PassedColumn.Of(source, source.Schema[column.Index], _batch.Capacity));
    }

    public override DataViewSchema Schema => _mapper.OutputSchema;

    public override long Position => _count == 0 ? -1 : _rows[_row].Position;

    public override long Batch => _count == 0 ? _source.Batch : _rows[_row].Batch;

    public override bool MoveNext()
    {
        if (++_row < _count)
            return true;

        _batch.Clear();
        for (_row = _count = 0; _count < _rows.Length && !_isDone; _count++)
        {
            _isDone = !_source.MoveNext();
            if (_isDone)
                break;
            DataViewRowId id = default;
            _getId(ref id);
            _rows[_count] = (_source.Position, _source.Batch, id);
            _batch.Take();
            foreach (var column in _passed.Values)
                column.Take(_count);
        }

        return _count > 0;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = _rows[Current()].Id;

    public override bool IsColumnActive(DataViewSchema.Column column) =>
        _mapper.Adds(column) || _passed.ContainsKey(column.Index);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
            throw AddedColumns.NotActive(column);
        var getter = _mapper.Adds(column)
            ? Added(_mapper.IndexOf(column))
            : _passed[column.Index].Getter(Current);
        return getter as ValueGetter<TValue> ?? throw AddedColumns.WrongType<TValue>(column);
    }

    private ValueGetter<VBuffer<float>> Added(int column) =>
        (ref VBuffer<float> value) => _batch.CopyTo(column, Current(), ref value);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _batch.Complete();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Current() => _count > 0 ? _row : throw new InvalidOperationException(
        "Cannot call a getter on a cursor that is not at a row. Call MoveNext first.");
}
