using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>One object after the other, as a row.</summary>
internal sealed class ObjectRow<TRow>(RowType<TRow> type) : DataViewRow
    where TRow : class
{
    private TRow? _current;
    private long _position = -1;

    public override DataViewSchema Schema => type.Schema;

    public override long Position => _position;

    public override long Batch => 0;

    public void Show(TRow row) => (_current, _position) = (row, _position + 1);

    public override bool IsColumnActive(DataViewSchema.Column column) => column.Index < Schema.Count;

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        Check.Getter<TValue>(type.Members[column.Index].Getter(() => _current!));
}
