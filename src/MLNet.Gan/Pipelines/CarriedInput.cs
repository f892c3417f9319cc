using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>What a saved network reads of a row.</summary>
public sealed class CarriedInput
{
    /// <summary>The network, as text.</summary>
    [ColumnName(Carried.Payload)]
    public ReadOnlyMemory<char> Payload { get; set; }

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
