using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>
/// What the first step of a saved network adds: the key to find it by, the row's number, and empty inputs for one that
/// reads none.
/// </summary>
public sealed class CarrierStart
{
    /// <summary>The key of the network.</summary>
    [ColumnName(Carried.Key)]
    public string Key { get; set; } = "";

    /// <summary>The row's number, from 0.</summary>
    [ColumnName(Carried.Row)]
    public long Row { get; set; }

    /// <summary>The class as a key; 0 is none.</summary>
    [ColumnName(Carried.LabelKey)]
    public uint LabelKey { get; set; }

    /// <summary>The class as a number from 0; negative is none.</summary>
    [ColumnName(Carried.LabelNumber)]
    public float LabelNumber { get; set; }

    /// <summary>The latent, or the sample whose features are wanted; empty is none.</summary>
    [ColumnName(Carried.Vector), VectorType]
    public VBuffer<float> Vector { get; set; }
}
