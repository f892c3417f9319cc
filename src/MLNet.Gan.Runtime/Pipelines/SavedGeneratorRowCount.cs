using System.ComponentModel;

namespace MLNet.Gan;

/// <summary>
/// The number of rows that a cursor has passed to a saved network, or a prediction engine has predicted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedGeneratorRowCount
{
    /// <summary>The number of the next row, from 0.</summary>
    internal long Next { get; set; }
}
