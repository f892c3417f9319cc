using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Fuzz;

/// <summary>Valid files, from which afl-fuzz makes others.</summary>
internal static class ValidFiles
{
    public static byte[] Idx => [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Seeds");

    public static IEnumerable<byte[]> Committed(string pattern) =>
        Directory.GetFiles(Folder, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    /// <summary>Small images of all kinds that are read.</summary>
    public static IEnumerable<byte[]> Images()
    {
        using var kinds = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "kinds.json")));
        return [.. kinds.RootElement.GetProperty("files").EnumerateArray().Select(kind => kind.GetProperty("file").GetBytesFromBase64())];
    }

    public static byte[] Statistics()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.npz");
        var statistics = new FeatureStatistics(2);
        statistics.Add([1, 2, 3, 5, 4, 4]);
        new StoredStatistics(statistics, null) { IsCountKnown = true }.Save(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    public static byte[] Npz(params (string Name, byte[] Array)[] arrays)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, array) in arrays)
            {
                using var entry = archive.CreateEntry($"{name}.npy").Open();
                entry.Write(array);
            }
        }

        return file.ToArray();
    }

    public static byte[] Npy(string type, string shape, int bytes)
    {
        var text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, 0, .. Encoding.ASCII.GetBytes(text), .. new byte[bytes]];
    }

    public static byte[] Gzipped(byte[] bytes)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return file.ToArray();
    }

    public static byte[] Metadata() => Encoding.UTF8.GetBytes(string.Join('\n', new GeneratorMetadata
    {
        Shape = SampleShape.Vector(2), LatentSize = 3, ClassCounts = [4, 5], ClassNames = ["a", "b"], SlotNames = ["x", "y"],
        OutputColumnName = "Generated", LabelColumnName = "Label", LabelIsKey = true, Seed = 1, Steps = 7, Options = "Steps = 7",
    }.ToMetadata().Select(entry => $"{entry.Key}={entry.Value}")));

    public static byte[] Tensors()
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream();
        Safetensors.Write(file, new Dictionary<string, string> { ["key"] = "text" },
            [("a", tensor((float[])[1, 2, 3, 4], [2, 2])), ("b", tensor((long[])[5]))]);
        return file.ToArray();
    }

    public static byte[] State() => Encoding.UTF8.GetBytes(new CheckpointState
    {
        Library = "1.0", Processor = "the CPU with 1 thread", Identity = new("BatchSize = 4\nSeed = 1", "8 rows", ""), Step = 2, Images = 8, PhaseImages = 8, Rows = 8,
        GeneratorUpdates = 2, DiscriminatorUpdates = 2, Controllers = new(new() { AugmentationProbability = 0.5 }, 2, 8, [new(1, 0.5, 2, 8)]),
        Log = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.1), [new(1, double.NaN, 1, 0.5, -0.5, 2, 3)], [new(1, "Found.", IsFatal: true)], [1],
            [new(1, "Divergence", "lower rates", 0)]),
        Scorer = new([new(1, 0.5) { Interval = new(0.4, 0.6, 0.95) }], 8, 1, TimeSpan.FromSeconds(1)),
        Guard = new(new() { LearningRateFactor = 0.5 }, 1, 1, new Dictionary<string, long> { ["0 Divergence"] = 1 }, false, [new(0, [0, 0]), new(1, [1, 1])]),
    }.ToJson());
}
