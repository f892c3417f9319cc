using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MLNet.Gan.Tests.Reports;

/// <summary>A second reading of the PNG specification, which shares nothing with SkiaSharp.</summary>
internal sealed class PngReader
{
    private readonly List<byte> _compressed = [];

    public PngReader(byte[] file)
    {
        CollectionAssert.AreEqual(new byte[] { 137, 80, 78, 71, 13, 10, 26, 10 }, file[..8], "signature");
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var data = file.AsSpan(at + 8, length);
            Chunks.Add(Encoding.ASCII.GetString(file, at + 4, 4));
            Assert.AreEqual(
                BitwiseCrc(file.AsSpan(at + 4, length + 4)),
                BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)),
                $"checksum of {Chunks[^1]}");
            Read(Chunks[^1], data);
            at += length + 12;
        }
    }

    public List<string> Chunks { get; } = [];

    /// <summary>The filters that <see cref="Pixels"/> met.</summary>
    public SortedSet<byte> Filters { get; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public byte BitDepth { get; private set; }

    public byte ColorType { get; private set; }

    /// <summary>The pixels after the filters are undone.</summary>
    public byte[] Pixels()
    {
        using var zlib = new ZLibStream(new MemoryStream([.. _compressed]), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);

        var channels = ColorType == 2 ? 3 : 1;
        var size = Width * channels;
        var raw = rows.ToArray();
        Assert.HasCount((size + 1) * Height, raw);
        var pixels = new byte[size * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = (i / size, i % size);
            int left = x < channels ? 0 : pixels[i - channels], above = y == 0 ? 0 : pixels[i - size];
            var corner = x < channels || y == 0 ? 0 : pixels[i - size - channels];
            var filter = raw[y * (size + 1)];
            Filters.Add(filter);
            var prediction = filter switch
            {
                0 => 0,
                1 => left,
                2 => above,
                3 => (left + above) / 2,
                4 => Paeth(left, above, corner),
                _ => throw new InvalidDataException($"PNG has no filter {filter}."),
            };
            pixels[i] = (byte)(raw[y * (size + 1) + 1 + x] + prediction);
        }

        return pixels;
    }

    /// <summary>The neighbor that is nearest to left + above − corner; of equally near ones the first of the three.</summary>
    private static int Paeth(int left, int above, int corner) =>
        new[] { left, above, corner }.MinBy(neighbor => Math.Abs(left + above - corner - neighbor));

    private void Read(string type, ReadOnlySpan<byte> data)
    {
        if (type == "IHDR")
        {
            Width = BinaryPrimitives.ReadInt32BigEndian(data);
            Height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
            (BitDepth, ColorType) = (data[8], data[9]);
            Assert.IsTrue(ColorType is 0 or 2, $"Color type {ColorType} is not read here.");
            CollectionAssert.AreEqual(new byte[3], data[10..].ToArray(), "compression, filter method, interlace");
        }
        else if (type == "IDAT")
        {
            _compressed.AddRange(data);
        }
    }

    /// <summary>CRC-32 as long division, bit by bit.</summary>
    private static uint BitwiseCrc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var carry = ((crc ^ (uint)(value >> bit)) & 1) == 1;
                crc = (crc >> 1) ^ (carry ? 0xEDB88320u : 0);
            }
        }

        return ~crc;
    }
}
