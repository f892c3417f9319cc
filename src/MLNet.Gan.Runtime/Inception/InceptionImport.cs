namespace MLNet.Gan.Metrics;

/// <summary>Turns files of weights into ONNX files that are kept. Nothing of theirs is ever run.</summary>
internal static class InceptionImport
{
    /// <summary>Where the package nsfwjs keeps its network, from its own folder and from one above it.</summary>
    private static readonly string[] Packaged =
        ["dist/models/inception_v3", "nsfwjs/dist/models/inception_v3", "node_modules/nsfwjs/dist/models/inception_v3"];

    /// <summary>Imports a file of the canonical network, or the folder of nsfwjs, unless that is done.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="cache">Where to keep it.</param>
    /// <returns>The path of the ONNX file.</returns>
    /// <exception cref="FormatException">It is no such network, or damaged.</exception>
    public static string Import(string path, InceptionCache cache) =>
        Directory.Exists(path) ? ImportOffline(path, cache) : Import(path, cache, InceptionFile.Read);

    /// <summary>Imports the network of the package nsfwjs.</summary>
    /// <param name="folder">The folder of its network, of the package, or of the packages.</param>
    /// <param name="cache">Where to keep it.</param>
    /// <returns>The path of the ONNX file.</returns>
    /// <exception cref="FormatException">It is no such network, or damaged.</exception>
    public static string ImportOffline(string folder, InceptionCache cache)
    {
        var inner = Packaged.Select(part => Path.Combine(folder, part)).FirstOrDefault(Directory.Exists) ?? folder;
        return Keep(cache, InceptionModel.Offline, SourceHash.Of(inner), source =>
            InceptionModel.FromKeras(TensorFlowJsWeights.Read(inner), source));
    }

    internal static string Import(
        string path, InceptionCache cache, Func<string, IReadOnlyDictionary<string, WeightTensor>> read) =>
        Keep(cache, InceptionModel.Canonical, SourceHash.Of(path), source =>
            InceptionModel.FromTorch(read(path), source));

    private static string Keep(InceptionCache cache, string name, string source, Func<string, InceptionModel> read)
    {
        var target = cache.PathOf(name, source);
        if (!File.Exists(target))
        {
            var onnx = InceptionGraph.ToFile(read(source));
            Directory.CreateDirectory(cache.Folder);
            AtomicFile.Write(target, onnx);
        }

        return target;
    }
}
