using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>What a saved generator adds to a row.</summary>
public sealed class CarriedSample
{
    /// <summary>The sample.</summary>
    [ColumnName(Carried.Sample), VectorType]
    public VBuffer<float> Sample { get; set; }
}
