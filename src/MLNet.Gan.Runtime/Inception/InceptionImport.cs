namespace MLNet.Gan.Metrics;

/// <summary>Turns the file of weights into an ONNX file that is kept. Nothing of it is ever run.</summary>
internal static class InceptionImport
{
    /// <summary>Imports PyTorch's file of the network, unless that is done.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cache">Where to keep it.</param>
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
