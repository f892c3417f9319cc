namespace Microsoft.ML;

/// <summary>A row that moves through a view, from before the first row.</summary>
public abstract class DataViewRowCursor : DataViewRow
{
    /// <summary>Moves to the next row; false when there is none, and then the getters must not be called.</summary>
    public abstract bool MoveNext();
}
