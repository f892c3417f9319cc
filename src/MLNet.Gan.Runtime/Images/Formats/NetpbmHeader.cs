using System.Globalization;

namespace MLNet.Gan;

/// <summary>The header of a binary Netpbm file: P5 or P6, width, height and the largest value, in text.</summary>
internal sealed record NetpbmHeader(int Channels, int Width, int Height, int Maximum, int Start)
{
    private const int MostDigits = 9;

    /// <summary>The bytes of a value.</summary>
    public int ValueBytes => Maximum > byte.MaxValue ? 2 : 1;

    /// <summary>The number of the file's bytes up to the end of the pixels.</summary>
    public long End => Start + (long)Width * Height * Channels * ValueBytes;

    /// <summary>Reads a header; null if it is not whole or has impossible values.</summary>
    public static NetpbmHeader? Read(ReadOnlySpan<byte> file)
    {
        var at = 2;
        Span<int> numbers = stackalloc int[3];
        foreach (ref var number in numbers)
        {
            at = AfterSpace(file, at);
            var digits = file[at..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > MostDigits)
                return null;
            number = int.Parse(file.Slice(at, digits), CultureInfo.InvariantCulture);
            at += digits;
        }

        // One white space ends the header; the pixels may begin with the bytes of others.
        return at < file.Length && IsSpace(file[at]) && numbers is [> 0, > 0, > 0 and <= ushort.MaxValue]
            ? new(file[1] == '6' ? 3 : 1, numbers[0], numbers[1], numbers[2], at + 1)
            : null;
    }

    /// <summary>Returns whether a byte is white space of ASCII.</summary>
    public static bool IsSpace(byte value) => value is (byte)' ' or >= 9 and <= 13;

    /// <summary>
    /// Skips white space and comments, which begin with # and end with their line; a comment without an end is all the rest.
    /// </summary>
    private static int AfterSpace(ReadOnlySpan<byte> file, int at)
    {
        for (; at < file.Length && (file[at] == '#' || IsSpace(file[at])); at++)
        {
            if (file[at] != '#')
                continue;
            var length = file[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0)
                return file.Length;
            at += length;
        }

        return at;
    }
}
