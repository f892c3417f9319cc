using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MLNet.Gan.Metrics;

/// <summary>What a .npy file of NumPy says of its array: its element type as NumPy writes it, and its sizes.</summary>
internal sealed partial record NpyHeader(string Type, bool IsFortran, long[] Shape)
{
    private const int LongestText = 1 << 16;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>How many elements there are.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>How many bytes an element has.</summary>
    public int ElementSize => Type switch
    {
        "|u1" => 1,
        "<f4" or ">f4" => 4,
        "<f8" or ">f8" or "<i8" => 8,
        [_, 'O', ..] => throw new FormatException("It holds Python objects (a pickle), which are never read."),
        _ => throw new FormatException($"Its elements are '{Type}', but only |u1, f4, f8 and <i8 are read."),
    };

    /// <summary>Reads a header of version 1 to 3.</summary>
    /// <exception cref="FormatException">It is none.</exception>
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

    /// <summary>The header as bytes, of version 1; the values behind it lie at a multiple of 64.</summary>
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
            _ = header.Count; // Overflows where the sizes are absurd.
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
