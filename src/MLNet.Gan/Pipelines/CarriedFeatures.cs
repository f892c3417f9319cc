using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>What a saved feature network adds to a row.</summary>
public sealed class CarriedFeatures
{
    /// <summary>The features.</summary>
    [ColumnName(Carried.Sample), VectorType]
    public VBuffer<float> Features { get; set; }
}
