namespace MLNet.Gan.Metrics;

/// <summary>Chooses the reader of a file of weights by what is in it.</summary>
internal static class InceptionFile
{
    /// <summary>The tensors of a file of PyTorch, zipped or not, or of TensorFlow, by torchvision's names.</summary>
    /// <exception cref="FormatException">It is none of these, or damaged.</exception>
    public static IReadOnlyDictionary<string, WeightTensor> Read(string path) =>
        IsTorch(path) ? PickleWeights.Read(path) : GraphDefWeights.Read(path);

    // A zip file begins with "PK", a pickle with the opcode of its protocol, and a graph with a field.
    private static bool IsTorch(string path)
    {
        Span<byte> start = stackalloc byte[2];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && (start is [(byte)'P', (byte)'K'] || start[0] == 0x80);
    }
}
