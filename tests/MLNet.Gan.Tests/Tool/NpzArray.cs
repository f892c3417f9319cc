using System.IO.Compression;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tool;

/// <summary>Bytes as the array arr_0 of a .npz file.</summary>
internal sealed record NpzArray(long[] Shape, byte[] Bytes)
{
    public string Write(Workbench bench)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("arr_0.npy").Open();
            entry.Write(new NpyHeader("|u1", false, Shape).ToBytes());
            entry.Write(Bytes);
        }

        return bench.Write("arrays.npz", file.ToArray());
    }
}
