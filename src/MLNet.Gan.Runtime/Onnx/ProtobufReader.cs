using System.Text;

namespace MLNet.Gan;

/// <summary>A sequential reader of the fields of a protobuf message, with bounds checks.</summary>
/// <remarks>A field of a fixed width also has bytes, so packed and single numbers are read alike.</remarks>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int VarintWire = 0, LongWire = 1, LengthWire = 2, FixedWire = 5;
    private const int MostShift = 63;

    private ReadOnlySpan<byte> _left = message;
    private ReadOnlySpan<byte> _bytes;
    private ulong _integer;
    private int _wire;

    /// <summary>The number of the field that <see cref="Next"/> read.</summary>
    public int Field { get; private set; }

    /// <summary>The current field's integer.</summary>
    /// <exception cref="FormatException">The field is not an integer.</exception>
    public readonly long Integer => _wire == VarintWire ? (long)_integer : throw Unexpected("an integer");

    /// <summary>The current field's bytes, text or message.</summary>
    /// <exception cref="FormatException">The field is an integer.</exception>
    public readonly ReadOnlySpan<byte> Bytes => _wire != VarintWire ? _bytes : throw Unexpected("bytes");

    /// <summary>The current field's text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Reads the next field; returns false at the end.</summary>
    /// <exception cref="FormatException">The message is truncated or damaged.</exception>
    public bool Next()
    {
        if (_left.IsEmpty)
            return false;

        var key = Varint();
        _wire = (int)(key & 7);
        Field = key >> 3 is > 0 and <= int.MaxValue and var field ? (int)field
            : throw new FormatException($"Its protobuf is damaged: there is no field {key >> 3}.");
        switch (_wire)
        {
            case VarintWire: _integer = Varint(); break;
            case LongWire: _bytes = Take(sizeof(ulong)); break;
            case LengthWire: _bytes = Take(Varint()); break;
            case FixedWire: _bytes = Take(sizeof(uint)); break;
            default: throw new FormatException($"Its protobuf is damaged: field {Field} has wire type {_wire}.");
        }

        return true;
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift <= MostShift; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part <= 0x7F)
                return value;
        }

        throw new FormatException("Its protobuf is damaged: an integer is longer than ten bytes.");
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_left.Length)
            throw new FormatException(
                $"Its protobuf is cut short or damaged: {count} bytes belong together, but {_left.Length} are left.");

        var taken = _left[..(int)count];
        _left = _left[(int)count..];
        return taken;
    }

    private readonly FormatException Unexpected(string expected) =>
        new($"Its protobuf is damaged: field {Field} is not {expected}.");
}
