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
    public static TableRows Read(IDataView view, IReadOnlyList<string>? names = null)
    {
        DataViewSchema.Column[] columns = names is null
            ? [.. view.Schema.Where(column => !column.IsHidden)]
            : [.. names.Select(name => ColumnCheck.Find(view.Schema, "input", name))];
        ITableRowsColumn[] read = [.. columns.Select(TableColumnSchema.Of).Select(schema => schema.ValueType.NewRows(schema))];

        using var cursor = view.GetRowCursor(columns);
        Action[] adds = [.. read.Zip(columns, (column, source) => column.Bind(cursor, source))];
        var count = 0;
        for (; cursor.MoveNext(); count++)
        {
            foreach (var add in adds)
                add();
        }

        return new(read, count);
    }
}
