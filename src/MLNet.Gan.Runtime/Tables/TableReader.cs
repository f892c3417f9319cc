using Microsoft.ML;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Reads the columns of a view in one pass: numbers, dates and vectors of numbers as numbers, and text, keys and Booleans as
/// categories.
/// </summary>
internal static class TableReader
{
    /// <summary>Reads all columns; a vector becomes a column for each of its values.</summary>
    /// <param name="view">The table.</param>
    /// <param name="without">Columns that are not read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type.</exception>
    public static IReadOnlyList<TableColumn> Read(IDataView view, IReadOnlyList<string> without) => Columns(TableRows.Read(view, Names(view, without)));

    /// <summary>Reads all columns, some rows at a time; there is at least one block.</summary>
    /// <param name="view">The table.</param>
    /// <param name="without">Columns that are not read.</param>
    /// <param name="rows">The most rows of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is of another type.</exception>
    public static IEnumerable<IReadOnlyList<TableColumn>> Blocks(IDataView view, IReadOnlyList<string> without, int rows) =>
        TableRows.Blocks(view, Names(view, without), rows).Select(Columns);

    private static string[] Names(IDataView view, IReadOnlyList<string> without) =>
        [.. view.Schema.Where(column => !column.IsHidden && !without.Contains(column.Name)).Select(column => column.Name)];

    private static IReadOnlyList<TableColumn> Columns(TableRows rows) =>
    [
        .. from column in rows.Columns
        from slot in Enumerable.Range(0, column.Schema.Size)
        let numbers = column.Numbers(slot)
        select new TableColumn(column.Schema.SlotName(slot), numbers, numbers is null ? column.Texts(slot) : null)
        {
            Origin = column.Schema.Name,
            IsSingle = column.Schema.Type == "Single",
            IsDate = column.Schema.Type is "DateTime" or "DateTimeOffset",
        },
    ];
}
