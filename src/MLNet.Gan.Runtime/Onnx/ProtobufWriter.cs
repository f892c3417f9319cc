using System.Buffers.Binary;
using System.Text;

namespace MLNet.Gan;

/// <summary>
/// A writer of a protobuf message. Long fields are kept by reference and copied once, at the end.
/// </summary>
internal sealed class ProtobufWriter
{
    private const int VarintWire = 0, LengthWire = 2, FixedWire = 5;

    private readonly List<ReadOnlyMemory<byte>> _pieces = [];

    /// <summary>The length of the message in bytes.</summary>
    public long Length { get; private set; }

    public void Integer(int field, long value)
    {
        Varint((uint)field << 3 | VarintWire);
        Varint((ulong)value);
    }

    /// <summary>Writes a repeated integer, one field per value, as proto2 does.</summary>
    public void Integers(int field, ReadOnlySpan<long> values)
    {
        foreach (var value in values)
        {
            Integer(field, value);
        }
    }

    public void Single(int field, float value)
    {
        var bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        Varint((uint)field << 3 | FixedWire);
        Append(bytes);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlyMemory<byte> value)
    {
        Varint((uint)field << 3 | LengthWire);
        Varint((ulong)value.Length);
        Append(value);
    }

    /// <summary>Writes a message within this one. It must be complete.</summary>
    public void Message(int field, ProtobufWriter value)
    {
        Varint((uint)field << 3 | LengthWire);
        Varint((ulong)value.Length);
        _pieces.AddRange(value._pieces);
        Length += value.Length;
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        var end = 0;
        foreach (var piece in _pieces)
        {
            piece.Span.CopyTo(bytes.AsSpan(end));
            end += piece.Length;
        }

        return bytes;
    }

    private void Varint(ulong value)
    {
        var bytes = new List<byte>(2);
        for (; value > 0x7F; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        Append(bytes.ToArray());
    }

    private void Append(ReadOnlyMemory<byte> piece)
    {
        _pieces.Add(piece);
        Length += piece.Length;
    }
}
