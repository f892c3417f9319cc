using System.IO.Compression;

namespace MLNet.Gan.Tests.Tool;

/// <summary>Archives in memory.</summary>
internal static class Files
{
    /// <summary>A zip with one empty entry.</summary>
    public static byte[] Zip(string entry)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry(entry).Open().Dispose();
        return file.ToArray();
    }

    /// <summary>A file, compressed.</summary>
    public static byte[] Gzip(byte[] content)
    {
        using var file = new MemoryStream();
        using (var stream = new GZipStream(file, CompressionMode.Compress, leaveOpen: true))
            stream.Write(content);
        return file.ToArray();
    }
}
