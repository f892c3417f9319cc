namespace MLNet.Gan.Metrics;

/// <summary>A tensor of weights from a file, in row-major order.</summary>
internal sealed record WeightTensor(IReadOnlyList<int> Shape, float[] Values);
