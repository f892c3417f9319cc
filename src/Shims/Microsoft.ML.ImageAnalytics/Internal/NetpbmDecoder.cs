namespace Microsoft.ML.Internal;

/// <summary>Reads PGM and PPM images, as text (P2, P3) and as bytes (P5, P6).</summary>
internal static class NetpbmDecoder
{
    public static bool Recognizes(ReadOnlySpan<byte> file) =>
        file is [(byte)'P', (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6', ..];

    public static Raster Decode(ReadOnlySpan<byte> file)
    {
        var (isText, channels) = (file[1] < '5', file[1] is (byte)'2' or (byte)'5' ? 1 : 3);
        var at = 2;
        var (width, height, most) = (Number(file, ref at), Number(file, ref at), Number(file, ref at));
        if (most is < 1 or > 255)
            throw new InvalidDataException($"Its largest value is {most}, but only 8 bits a channel are read.");
        at++; // The one space behind the header.

        // A value takes one byte, or in a text a digit and a space of which the last may be missing.
        var needed = (isText ? 2 : 1) * (long)width * height * channels - (isText ? 1 : 0);
        if (file.Length - at < needed)
            throw new InvalidDataException($"It is cut short: {width} × {height} pixels need {needed} bytes or more.");

        var raster = new Raster(width, height);
        Span<byte> colours = stackalloc byte[3];
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                var value = isText ? Number(file, ref at) : file[at++];
                if (value > most)
                    throw new InvalidDataException($"A value is {value}, but its largest is {most}.");
                colours[channel] = (byte)((value * 255 + most / 2) / most);
            }

            raster.Set(pixel % width, pixel / width, colours[0], colours[channels / 2], colours[channels - 1]);
        }

        return raster;
    }

    private static int Number(ReadOnlySpan<byte> file, ref int at)
    {
        while (at < file.Length && (file[at] == '#' || char.IsWhiteSpace((char)file[at])))
        {
            if (file[at] == '#')
                at += file[at..].IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0 ? end : file.Length - at;
            else
                at++;
        }

        var (start, value) = (at, 0);
        for (; at < file.Length && char.IsAsciiDigit((char)file[at]); at++)
        {
            if ((value = 10 * value + file[at] - '0') > 100_000_000)
                throw new InvalidDataException("A number in it is too large.");
        }

        return at > start ? value : throw new InvalidDataException("It is cut short, or a number in it is none.");
    }
}
