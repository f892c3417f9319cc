using System.Buffers.Binary;
using System.IO.Compression;

namespace MLNet.Gan.Metrics;

/// <summary>Collects arrays into the bytes of an uncompressed .npz file, as NumPy's savez does. Equal arrays give equal
/// bytes.</summary>
internal sealed class NpzWriter
{
    // The earliest time of the zip format.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, NpyHeader Header, byte[] Bytes)> _arrays = [];

    public void Add(string name, long[] shape, ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        _arrays.Add((name, new("<f8", false, shape), bytes));
    }

    public void Add(string name, long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _arrays.Add((name, new("<i8", false, []), bytes));
    }

    public void Add(string name, byte[] bytes) => _arrays.Add((name, new("|u1", false, [bytes.Length]), bytes));

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, header, bytes) in _arrays)
            {
                var entry = archive.CreateEntry(name + ".npy", CompressionLevel.NoCompression);
                entry.LastWriteTime = Never;
                using var stream = entry.Open();
                stream.Write(header.ToBytes());
                stream.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
