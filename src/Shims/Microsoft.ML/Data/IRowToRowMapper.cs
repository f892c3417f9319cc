namespace Microsoft.ML.Data;

/// <summary>Makes one row of another, without a view: what a prediction engine calls.</summary>
public interface IRowToRowMapper
{
    /// <summary>The schema that its rows must have.</summary>
    DataViewSchema InputSchema { get; }

    /// <summary>The schema of the rows that it makes.</summary>
    DataViewSchema OutputSchema { get; }

    /// <summary>The input columns that some output columns are made of.</summary>
    IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns);

    /// <summary>A live row over another: its getters follow as that one moves on.</summary>
    /// <param name="input">The row to read, of <see cref="InputSchema"/>; disposed with the new one.</param>
    /// <param name="activeColumns">The output columns that will be read; getters of others throw.</param>
    DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns);
}
