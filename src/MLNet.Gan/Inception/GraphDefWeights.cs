namespace MLNet.Gan.Inception;

/// <summary>Stands in for the reader until the branch of the readers is merged.</summary>
internal static class GraphDefWeights
{
    public static IReadOnlyDictionary<string, WeightTensor> Read(string path) =>
        throw new FormatException($"'{path}' cannot be read yet.");
}
