using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>The values of a column of a table, of whatever type.</summary>
internal interface ITableRowsColumn
{
    /// <summary>Name and type.</summary>
    TableColumnSchema Schema { get; }

    /// <summary>The values of a slot as numbers, NaN where one is missing; null where values are categories. Dates count days.</summary>
    double[]? Numbers(int slot);

    /// <summary>The values of a slot as texts, "" where one is missing.</summary>
    string[] Texts(int slot);

    /// <summary>Returns an action that stores the values of the current row.</summary>
    Action Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Learns how the column is encoded.</summary>
    /// <param name="options">The options of the table.</param>
    /// <param name="seed">The seed of samples of rows.</param>
    ITableColumnEncoding Fit(TableEncodingOptions options, int seed);
}
