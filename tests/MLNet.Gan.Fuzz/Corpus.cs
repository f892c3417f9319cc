using System.IO.Compression;
using System.Security.Cryptography;

namespace MLNet.Gan.Fuzz;

/// <summary>The files that afl-fuzz kept because they took new paths, an archive for each reader.</summary>
internal static class Corpus
{
    private const int Largest = 1 << 14; // The repository's size counts.

    /// <summary>Packs the files of a folder into an archive, named by their SHA-256 and in its order.</summary>
    public static void Pack(string folder, string archive)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        using var zip = new ZipArchive(File.Create(archive), ZipArchiveMode.Create);
        var files = Directory.GetFiles(folder).Where(path => new FileInfo(path).Length <= Largest).Select(File.ReadAllBytes)
            .ToLookup(bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)));
        foreach (var file in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            using var entry = zip.CreateEntry(file.Key, CompressionLevel.SmallestSize).Open();
            entry.Write(file.First());
        }
    }

    /// <summary>Returns the files of the archive of a reader; none without one.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Of(Reader reader)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Corpus", $"{reader.Name}.zip");
        if (!File.Exists(path))
            yield break;
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            yield return (entry.Name, bytes);
        }
    }
}
