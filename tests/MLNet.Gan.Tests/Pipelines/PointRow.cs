using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Pipelines;

/// <summary>A labeled point, with its class in every form that a column can have.</summary>
public sealed class PointRow
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    /// <summary>The class from 0; ML.NET makes the key of it, which is one more.</summary>
    [KeyType(2)]
    public uint Label { get; set; }

    public float Number { get; set; }

    public int Whole { get; set; }

    public string Name { get; set; } = "";

    [VectorType(TestData.LatentSize)]
    public float[] Latent { get; set; } = [];
}

/// <summary>What a generator adds to a row, of whatever length.</summary>
public sealed class GeneratedRow
{
    public float[] Generated { get; set; } = [];
}
