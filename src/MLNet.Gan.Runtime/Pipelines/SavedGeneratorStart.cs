using System.ComponentModel;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// The columns that the first step of a saved network adds: the network's key, the row's number, and empty inputs for a
/// network that reads none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedGeneratorStart
{
    /// <summary>The key of the network.</summary>
    [ColumnName(SavedGeneratorColumns.Key)]
    public string Key { get; set; } = "";

    /// <summary>The row's number, from 0.</summary>
    [ColumnName(SavedGeneratorColumns.Row)]
    public long Row { get; set; }

    /// <summary>The class as a key; 0 is none.</summary>
    [ColumnName(SavedGeneratorColumns.LabelKey)]
    public uint LabelKey { get; set; }

    /// <summary>The class as a number from 0; negative is none.</summary>
    [ColumnName(SavedGeneratorColumns.LabelNumber)]
    public float LabelNumber { get; set; }

    /// <summary>The latent, or the sample whose features are computed; empty is none.</summary>
    [ColumnName(SavedGeneratorColumns.Vector), VectorType]
    public VBuffer<float> Vector { get; set; }
}
