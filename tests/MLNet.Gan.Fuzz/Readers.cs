using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Fuzz;

/// <summary>All readers.</summary>
internal static class Readers
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new("pickle", path => PickleWeights.Read(path), () => Committed("*.pth")),
        new("npz", path => StoredStatistics.Load(path), () => [Statistics(), Npz(("mu", Npy("<f8", "(2,)", 16)), ("sigma", Npy("<f4", "(2, 2)", 16)))]),
        new("npy", ReadNpy, () => [Npy("<f8", "(2,)", 16), Npy("|u1", "(1, 2, 2, 3)", 12)]),
        new("idx", path => IdxFile.Read(path), () => [Idx, Gzipped(Idx)]),
        new("metadata", path => GeneratorMetadata.FromMetadata(Entries(path)), () => [Metadata()]),
        new("safetensors", ReadSafetensors, () => [Tensors()]),
        new("image", path => ImageFile.Read(path), Images) { MostAllocated = 2L << 30 }, // As many pixels as are allowed.
    ];

    private static byte[] Idx => [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4];

    private static void ReadNpy(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            _ = NpyHeader.Read(file).ElementSize;
        }
        catch (EndOfStreamException)
        {
            // The archive's reader, which knows the names, makes a FormatException of it.
        }
    }

    private static void ReadSafetensors(string path)
    {
        using var scope = NewDisposeScope();
        using var file = File.OpenRead(path);
        Safetensors.Read(file);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Seeds");

    private static IEnumerable<byte[]> Committed(string pattern) =>
        Directory.GetFiles(Folder, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    /// <summary>Small images of all kinds that are read.</summary>
    private static IEnumerable<byte[]> Images()
    {
        using var kinds = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "kinds.json")));
        return [.. kinds.RootElement.GetProperty("files").EnumerateArray().Select(kind => kind.GetProperty("file").GetBytesFromBase64())];
    }

    private static byte[] Statistics()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.npz");
        var statistics = new FeatureStatistics(2);
        statistics.Add([1, 2, 3, 5, 4, 4]);
        new StoredStatistics(statistics, null) { IsCountKnown = true }.Save(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static byte[] Npz(params (string Name, byte[] Array)[] arrays)
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

    private static byte[] Npy(string type, string shape, int bytes)
    {
        var text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, 0, .. Encoding.ASCII.GetBytes(text), .. new byte[bytes]];
    }

    private static byte[] Gzipped(byte[] bytes)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return file.ToArray();
    }

    private static byte[] Metadata() => Encoding.UTF8.GetBytes(string.Join('\n', new GeneratorMetadata
    {
        Shape = SampleShape.Vector(2), LatentSize = 3, ClassCounts = [4, 5], ClassNames = ["a", "b"], SlotNames = ["x", "y"],
        OutputColumnName = "Generated", LabelColumnName = "Label", LabelIsKey = true, Seed = 1, Steps = 7, Options = "Steps = 7",
    }.ToMetadata().Select(entry => $"{entry.Key}={entry.Value}")));

    private static Dictionary<string, string> Entries(string path) => File.ReadAllText(path).Split('\n').Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2).GroupBy(parts => parts[0]).ToDictionary(group => group.Key, group => group.First()[1]);

    private static byte[] Tensors()
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream();
        Safetensors.Write(file, new Dictionary<string, string> { ["key"] = "text" },
            [("a", tensor((float[])[1, 2, 3, 4], [2, 2])), ("b", tensor((long[])[5]))]);
        return file.ToArray();
    }
}
