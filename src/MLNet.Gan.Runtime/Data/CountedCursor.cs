using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A cursor over a known number of rows whose values are made from the number of the row.</summary>
/// <param name="schema">The schema.</param>
/// <param name="count">The number of rows.</param>
/// <param name="active">The active columns.</param>
/// <param name="getter">Returns ML.NET's getter of an active column for a function that returns the current row.</param>
internal sealed class CountedCursor(
    DataViewSchema schema, long count, IEnumerable<DataViewSchema.Column> active, Func<DataViewSchema.Column, Func<long>, Delegate> getter)
    : DataViewRowCursor
{
    private readonly HashSet<int> _active = [.. active.Select(column => column.Index)];
    private long _position = -1;
    private bool _isDone;

    public override DataViewSchema Schema => schema;

    public override long Position => _position;

    public override long Batch => 0;

    public override bool MoveNext()
    {
        _position = _isDone ? -1 : _position + 1;
        if (_position == count)
            (_isDone, _position) = (true, -1);
        return !_isDone;
    }

    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => !IsColumnActive(column)
        ? throw AddedColumns.NotActive(column)
        : getter(column, () => _position) as ValueGetter<TValue> ?? throw AddedColumns.WrongType<TValue>(column);
}
