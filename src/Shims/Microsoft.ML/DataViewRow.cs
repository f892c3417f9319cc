using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>A row whose values are read through getters, for one thread at a time.</summary>
public abstract class DataViewRow : IDisposable
{
    /// <summary>The columns, active or not.</summary>
    public abstract DataViewSchema Schema { get; }

    /// <summary>The number of rows before this one in this reading; −1 before the first and after the last.</summary>
    public abstract long Position { get; }

    /// <summary>
    /// The number of the batch that the row belongs to: cursors of one set share batches, and a batch orders their
    /// rows.
    /// </summary>
    public abstract long Batch { get; }

    /// <summary>
    /// Reads the values of a column. A getter follows the row, so it is made once and called for each row.
    /// </summary>
    /// <typeparam name="TValue">The raw type of the column, exactly.</typeparam>
    /// <param name="column">An active column of <see cref="Schema"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is not active.</exception>
    /// <exception cref="InvalidOperationException">The column has another raw type.</exception>
    public abstract ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column);

    /// <summary>Reads the identity of the row, which does not depend on the order of reading.</summary>
    public abstract ValueGetter<DataViewRowId> GetIdGetter();

    /// <summary>Whether the column was asked for, so that it can be read.</summary>
    public abstract bool IsColumnActive(DataViewSchema.Column column);

    /// <summary>Ends the reading; doing so again does nothing.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the row holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
