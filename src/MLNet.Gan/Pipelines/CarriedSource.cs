using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>What a saved feature network reads of a row.</summary>
public sealed class CarriedSource
{
    /// <summary>The network, as text.</summary>
    [ColumnName(Carried.Payload)]
    public ReadOnlyMemory<char> Payload { get; set; }

    /// <summary>The sample.</summary>
    [ColumnName(Carried.Vector), VectorType]
    public VBuffer<float> Sample { get; set; }
}
