using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>What the first step of a saved generator adds: the key of its network, and inputs for a generator that reads none.</summary>
public sealed class CarrierStart
{
    /// <summary>The key of the network.</summary>
    [ColumnName(Carried.Key)]
    public string Key { get; set; } = "";

    /// <summary>The class as a key; 0 is none.</summary>
    [ColumnName(Carried.LabelKey), KeyType]
    public uint LabelKey { get; set; }

    /// <summary>The class as a number from 0; negative is none.</summary>
    [ColumnName(Carried.LabelNumber)]
    public float LabelNumber { get; set; }

    /// <summary>The latent; empty is none.</summary>
    [ColumnName(Carried.Latent), VectorType]
    public VBuffer<float> Latent { get; set; }
}
