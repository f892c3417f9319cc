namespace Microsoft.ML;

/// <summary>A row that can move on.</summary>
public abstract class DataViewRowCursor : DataViewRow
{
    public abstract bool MoveNext();
}
