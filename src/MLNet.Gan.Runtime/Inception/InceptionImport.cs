namespace MLNet.Gan.Metrics;

/// <summary>Converts the file of weights to an ONNX file, which is stored. No code of the file is run.</summary>
internal static class InceptionImport
{
    /// <summary>Imports PyTorch's file of the network, unless it is imported already.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cache">Where to store it.</param>
    /// <returns>The path of the ONNX file.</returns>
    /// <exception cref="FormatException">It is no such network, or damaged.</exception>
    public static string Import(string path, InceptionCache cache) => Import(path, cache, PickleWeights.Read);

    internal static string Import(
        string path, InceptionCache cache, Func<string, IReadOnlyDictionary<string, WeightTensor>> read)
    {
        var source = SourceHash.Of(path);
        var target = cache.PathOf(source);
        if (!File.Exists(target))
        {
            var onnx = InceptionGraph.ToFile(InceptionModel.FromTorch(read(path), source));
            Directory.CreateDirectory(cache.Folder);
            AtomicFile.Write(target, onnx);
        }

        return target;
    }
}
