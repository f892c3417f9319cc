using System.ComponentModel;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The input row of a saved network.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedGeneratorInput
{
    /// <summary>The network, as text.</summary>
    [ColumnName(SavedGeneratorColumns.Payload)]
    public ReadOnlyMemory<char> Payload { get; set; }

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
