using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The rows of a table in memory, column by column, with the values' own types: integers are exact.</summary>
internal sealed class TableRows
{
    private TableRows(IReadOnlyList<ITableRowsColumn> columns, int count) => (Columns, Count) = (columns, count);

    /// <summary>The columns.</summary>
    public IReadOnlyList<ITableRowsColumn> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>Reads columns of a view in one pass.</summary>
    /// <param name="view">The view.</param>
    /// <param name="names">The columns; null for all that are not hidden.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column, or it is of a type that no table has.</exception>
    /// <exception cref="InvalidOperationException">A value is infinite, or an integer is too large.</exception>
    public static TableRows Read(IDataView view, IReadOnlyList<string>? names = null) => Blocks(view, names, int.MaxValue).Single();

    /// <summary>Reads columns of a view in one pass, some rows at a time; there is at least one block, which may be empty.</summary>
    /// <param name="view">The view.</param>
    /// <param name="names">The columns; null for all that are not hidden.</param>
    /// <param name="rows">The most rows of a block.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column, or it is of a type that no table has.</exception>
    /// <exception cref="InvalidOperationException">A value is infinite, or an integer is too large.</exception>
    public static IEnumerable<TableRows> Blocks(IDataView view, IReadOnlyList<string>? names, int rows)
    {
        DataViewSchema.Column[] columns = names is null
            ? [.. view.Schema.Where(column => !column.IsHidden)]
            : [.. names.Select(name => ColumnCheck.Find(view.Schema, "input", name))];
        TableColumnSchema[] schemas = [.. columns.Select(TableColumnSchema.Of)];

        using var cursor = view.GetRowCursor(columns);
        var (isFirst, hasRow) = (true, cursor.MoveNext());
        for (; isFirst || hasRow; isFirst = false)
        {
            ITableRowsColumn[] read = [.. schemas.Select(schema => schema.ValueType.NewRows(schema))];
            Action[] adds = [.. read.Zip(columns, (column, source) => column.Bind(cursor, source))];
            var count = 0;
            for (; hasRow && count < rows; count++, hasRow = cursor.MoveNext())
            {
                foreach (var add in adds)
                    add();
            }

            yield return new(read, count);
        }
    }
}
