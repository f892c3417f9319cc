using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>A view of copied rows, in which some columns have new values.</summary>
/// <param name="copies">The rows.</param>
/// <param name="replaced">
/// By a column's index, what makes a getter of its new values for a function that gives the current row.
/// </param>
internal sealed class CopiedRowsView(CopiedRows copies, IReadOnlyDictionary<int, Func<Func<int>, Delegate>> replaced) : IDataView
{
    public DataViewSchema Schema => copies.Schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => copies.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] wanted = [.. columnsNeeded];
        copies.Load(wanted.Select(column => column.Index).Where(column => !replaced.ContainsKey(column)));
        return new CountedCursor(Schema, copies.Count, wanted, (column, position) => replaced.TryGetValue(column.Index, out var make)
            ? make(() => (int)position())
            : copies.Getter(column.Index, () => (int)position()));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];
}
