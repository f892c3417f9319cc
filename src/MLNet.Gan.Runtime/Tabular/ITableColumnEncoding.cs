using System.Text.Json.Nodes;
using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>How the values of a column become numbers of an encoded row, and back.</summary>
internal interface ITableColumnEncoding
{
    /// <summary>Name and type.</summary>
    TableColumnSchema Schema { get; }

    /// <summary>The encodings of its values: of one, or of each slot of a vector.</summary>
    IReadOnlyList<ITablePart> Parts { get; }

    /// <summary>Returns an encoder of the values that a view's current row has.</summary>
    TableEncoder Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Returns an encoder of stored rows.</summary>
    TableEncoder Bind(ITableRowsColumn rows);

    /// <summary>Returns what a view's current row tells of the column, which the view may lack.</summary>
    IGivenColumn BindGiven(DataViewRow row, DataViewSchema.Column? column);

    /// <summary>Returns a getter of ML.NET's for the values of an encoded row.</summary>
    /// <param name="current">Returns the column's numbers of the encoded row.</param>
    Delegate Getter(Func<ReadOnlyMemory<float>> current);

    /// <summary>Adds the nodes that decode the column.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="rows">The encoded rows [N, width].</param>
    /// <param name="start">Where the column's numbers begin in a row.</param>
    /// <returns>The values [N, 1], or [N, size] of a vector, and their type.</returns>
    (OnnxValue Value, OnnxElement Element) AddTo(OnnxGraph graph, OnnxValue rows, int start);

    /// <summary>Compares values that the nodes decoded with those of <see cref="Getter"/>.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="start">Where the column's numbers begin in a row.</param>
    /// <param name="decoded">The values [N, size].</param>
    /// <returns>The first difference in words; null where there is none.</returns>
    string? FirstDifference(StoredRows rows, int start, Array decoded);

    /// <summary>Returns all that was learned.</summary>
    JsonObject ToJson();
}
