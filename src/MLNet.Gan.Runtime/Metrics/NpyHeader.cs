using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MLNet.Gan.Metrics;

/// <summary>The header of a NumPy .npy file: the element type as NumPy writes it, the order, and the shape.</summary>
internal sealed partial record NpyHeader(string Type, bool IsFortran, long[] Shape)
{
    private const int LongestText = 1 << 16;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>The number of bytes of an element.</summary>
    public int ElementSize => Type switch
    {
        "|u1" => 1,
        "<f4" or ">f4" => 4,
        "<f8" or ">f8" or "<i8" => 8,
        [_, 'O', ..] => throw new FormatException("It holds Python objects (a pickle), which are never read."),
        _ => throw new FormatException($"Its elements are '{Type}', but only |u1, f4, f8 and <i8 are read."),
    };

    /// <summary>Reads a header of version 1 to 3.</summary>
    /// <exception cref="FormatException">It is not a header.</exception>
    public static NpyHeader Read(Stream file)
    {
        Span<byte> start = stackalloc byte[12];
        file.ReadExactly(start[..10]);
        if (!start.StartsWith(Magic) || start[6] is not (1 or 2 or 3))
            throw new FormatException("It does not begin as a .npy array of version 1, 2 or 3.");
        long length = BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        if (start[6] > 1)
        {
            file.ReadExactly(start[10..]);
            length = BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
        }

        if (length > LongestText)
            throw new FormatException($"Its header claims {length} bytes, but {LongestText} are the most.");
        var bytes = new byte[length];
        file.ReadExactly(bytes);
        return Parse(Encoding.UTF8.GetString(bytes));
    }

    /// <summary>Returns the header as bytes, in version 1; the values after it are aligned to 64 bytes.</summary>
    public byte[] ToBytes()
    {
        var sizes = string.Concat(Shape.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size}, ")));
        var order = IsFortran ? "True" : "False";
        var text = $"{{'descr': '{Type}', 'fortran_order': {order}, 'shape': ({sizes.TrimEnd()}), }}";
        text = text.PadRight((text.Length + 11 + 63) / 64 * 64 - 11) + '\n';
        return [.. Magic, 1, 0, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.ASCII.GetBytes(text)];
    }

    private static NpyHeader Parse(string text)
    {
        var match = Dictionary().Match(text);
        var (type, order, shape) = (match.Groups["type"], match.Groups["order"], match.Groups["shape"]);
        if (!match.Success || type.Captures.Count != 1 || order.Captures.Count != 1 || shape.Captures.Count != 1)
            throw new FormatException("Its header is not that of an array of plain numbers.");

        var sizes = shape.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        try
        {
            var header = new NpyHeader(type.Value, order.Value == "True",
                [.. sizes.Select(size => size.TrimEnd('L'))
                    .Select(size => long.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture))]);
            _ = header.Count; // Throws if the sizes overflow.
            return header;
        }
        catch (Exception damage) when (damage is FormatException or OverflowException)
        {
            throw new FormatException($"Its header claims the sizes ({shape.Value}), which no array has.", damage);
        }
    }

    /// <summary>The three entries of a header, in any order.</summary>
    [GeneratedRegex("""
        ^\{(?:\s*(?:
            'descr'\s*:\s*'(?<type>[^']*)'
            | 'fortran_order'\s*:\s*(?<order>True|False)
            | 'shape'\s*:\s*\((?<shape>[\d\s,L]*)\)
        )\s*,?){3}\s*\}\s*$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Dictionary();
}
