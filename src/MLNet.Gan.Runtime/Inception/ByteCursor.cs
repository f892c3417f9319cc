using System.Buffers.Binary;
using System.Text;

namespace MLNet.Gan.Metrics;

/// <summary>Reads bytes sequentially, never past their end.</summary>
internal sealed class ByteCursor(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    public byte Byte() => Take(1).Span[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)).Span);

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)).Span);

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)).Span);

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)).Span);

    public double BigEndianDouble() => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)).Span);

    public string Text(long length) => Encoding.UTF8.GetString(Take(length).Span);

    /// <summary>Reads the text up to a line feed, and the line feed.</summary>
    public string Line()
    {
        var length = bytes.Span[_position..].IndexOf((byte)'\n');
        var line = Text(length < 0 ? bytes.Length - _position : length);
        Byte();
        return line;
    }

    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public ReadOnlyMemory<byte> Take(long count)
    {
        if (count < 0 || count > bytes.Length - _position)
            throw new FormatException(
                $"It is cut short or damaged: byte {_position} begins {count} that belong together, but "
                    + $"{bytes.Length - _position} are left.");

        var taken = bytes.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }
}
