using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>Makes a view of another.</summary>
public interface ITransformer : ICanSaveModel
{
    /// <summary>Whether each row is made of one row, so that a prediction engine can use the transformer.</summary>
    bool IsRowToRowMapper { get; }

    /// <summary>What the transformer makes of a schema.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of the wrong type.</exception>
    DataViewSchema GetOutputSchema(DataViewSchema inputSchema);

    /// <summary>A lazy view of what the transformer makes of another: rows are made when they are read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of the wrong type.</exception>
    IDataView Transform(IDataView input);

    /// <summary>The mapper of rows of a schema.</summary>
    /// <exception cref="InvalidOperationException">The transformer is no row-to-row mapper.</exception>
    IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema);
}
