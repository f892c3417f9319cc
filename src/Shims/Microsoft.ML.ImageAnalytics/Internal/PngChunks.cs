using System.Buffers.Binary;
using System.Text;

namespace Microsoft.ML.Internal;

/// <summary>The parts of a PNG file that matter for its pixels, with their checksums verified.</summary>
internal sealed class PngChunks
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    private readonly List<byte> _compressed = [];

    public PngChunks(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            throw new InvalidDataException("It is neither a PNG nor a PPM or PGM file.");

        for (file = file[8..]; ;)
        {
            var length = file.Length < 12 ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(file);
            if (length > file.Length - 12)
                throw new InvalidDataException("It is cut short.");
            var (size, type) = ((int)length, Encoding.ASCII.GetString(file[4..8]));
            if (Checksum(file[4..(size + 8)]) != BinaryPrimitives.ReadUInt32BigEndian(file[(size + 8)..]))
                throw new InvalidDataException($"The checksum of its {type} chunk is wrong.");
            if (type == "IEND")
                break;
            Read(type, file.Slice(8, size));
            file = file[(size + 12)..];
        }
    }

    public PngHeader Header { get; private set; } = null!;

    /// <summary>Red, green and blue of each entry; empty without a palette.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>The alphas of the palette, or the one colour that is transparent.</summary>
    public byte[] Transparency { get; private set; } = [];

    /// <summary>The rows, packed.</summary>
    public byte[] Compressed => [.. _compressed];

    private void Read(string type, ReadOnlySpan<byte> data)
    {
        if (Header is null != (type == "IHDR"))
            throw new InvalidDataException("It does not begin with its one header.");
        switch (type)
        {
            case "IHDR":
                Header = PngHeader.Read(data);
                break;
            case "PLTE":
                Palette = data.ToArray();
                break;
            case "tRNS":
                Transparency = data.ToArray();
                break;
            case "IDAT":
                _compressed.AddRange(data);
                break;
            case [>= 'A' and <= 'Z', ..]:
                throw new InvalidDataException($"It needs a reader that knows the chunk {type}.");
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        return value;
    }
}
