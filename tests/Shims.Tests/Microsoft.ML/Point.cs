using Microsoft.ML.Data;

namespace Shims.Tests;

internal sealed class Point
{
    [VectorType(2)]
    public float[] X { get; set; } = [];

    [KeyType(3)]
    public uint Label { get; set; }
}
