using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>What a saved generator adds to a row.</summary>
/// <remarks>ML.NET makes one for each cursor and fills it again and again, so it can count the rows that a cursor
/// reads.</remarks>
public sealed class CarriedSample
{
    /// <summary>The sample.</summary>
    [ColumnName(Carried.Sample), VectorType]
    public VBuffer<float> Sample { get; set; }

    /// <summary>
    /// The number of samples that this cursor has made. ML.NET shows a mapping no row id, so latents depend on it.
    /// </summary>
    [NoColumn]
    public ulong Count { get; set; }
}
