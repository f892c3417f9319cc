using System.IO.Compression;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tool;

/// <summary>An array of a .npz file: by default bytes named arr_0.</summary>
internal sealed record NpzArray(long[] Shape, byte[] Bytes, string Name = "arr_0", string Type = "|u1")
{
    /// <summary>Whether the first axis varies fastest.</summary>
    public bool IsFortran { get; init; }

    public static NpzArray Of(string name, long[] shape, double[] values) =>
        new(shape, System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(values).ToArray(), name, "<f8");

    public string Write(Workbench bench) => Write(bench, "arrays.npz", this);

    /// <summary>Writes several arrays to a file.</summary>
    public static string Write(Workbench bench, string name, params NpzArray[] arrays)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var array in arrays)
            {
                using var entry = archive.CreateEntry(array.Name + ".npy", CompressionLevel.NoCompression).Open();
                entry.Write(new NpyHeader(array.Type, array.IsFortran, array.Shape).ToBytes());
                entry.Write(array.Bytes);
            }
        }

        return bench.Write(name, file.ToArray());
    }
}
