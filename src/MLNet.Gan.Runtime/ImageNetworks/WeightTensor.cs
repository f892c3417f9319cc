namespace MLNet.Gan.Metrics;

/// <summary>A tensor of weights as a file has it, in row-major order.</summary>
internal sealed record WeightTensor(IReadOnlyList<int> Shape, float[] Values);
