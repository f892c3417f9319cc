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
    public static IReadOnlyList<TableColumn> Read(IDataView view, IReadOnlyList<string> without) =>
    [
        .. from column in TableRows.Read(view, [.. view.Schema.Where(column => !column.IsHidden && !without.Contains(column.Name)).Select(column => column.Name)]).Columns
        from slot in Enumerable.Range(0, column.Schema.Size)
        let numbers = column.Numbers(slot)
        select new TableColumn(column.Schema.SlotName(slot), numbers, numbers is null ? column.Texts(slot) : null)
        {
            Origin = column.Schema.Name,
            IsSingle = column.Schema.Type == "Single",
        },
    ];
}
