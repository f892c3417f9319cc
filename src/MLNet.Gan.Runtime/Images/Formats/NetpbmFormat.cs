namespace MLNet.Gan;

/// <summary>
/// The binary formats of Netpbm: P5 (PGM, gray) and P6 (PPM, colors), with 8 or 16 bits per value, big-endian.
/// </summary>
/// <remarks>As PIL does, a value v becomes the byte nearest to v / maximum · 255, ties to even.</remarks>
internal sealed record NetpbmFormat : IImageFormat
{
    public IReadOnlyList<string> Extensions { get; } = [".pgm", ".ppm", ".pnm"];

    public bool Begins(ReadOnlySpan<byte> file) =>
        file is [(byte)'P', (byte)'5' or (byte)'6', var next, ..] && (next == '#' || NetpbmHeader.IsSpace(next));

    public string? Damage(ReadOnlySpan<byte> file) =>
        NetpbmHeader.Read(file) is not { } header ? ImageDamage.CutShort("ends in its header, or its header is damaged")
        : header.End <= file.Length ? null
        : ImageDamage.CutShort($"has {file.Length} bytes, but its pixels end at {header.End}");

    public IEnumerable<ImageTrait> Declared(byte[] file) => NetpbmHeader.Read(file)!.ValueBytes == 2 ? [ImageTrait.Deep] : [];

    public DecodedImage Decode(byte[] file)
    {
        var header = NetpbmHeader.Read(file)!;
        SkiaDecoder.RequireSize(header.Height, header.Width);
        var bytes = new byte[header.Maximum + 1];
        for (var value = 0; value < bytes.Length; value++)
            bytes[value] = (byte)Math.Round((double)value / header.Maximum * 255, MidpointRounding.ToEven);
        var size = header.Height * header.Width;
        var planes = new byte[header.Channels * size];
        var largest = 0;
        for (var i = 0; i < planes.Length; i++)
        {
            var value = header.ValueBytes == 1 ? file[header.Start + i]
                : file[header.Start + 2 * i] << 8 | file[header.Start + 2 * i + 1];
            largest = Math.Max(largest, value);
            planes[i % header.Channels * size + i / header.Channels] = bytes[Math.Min(value, header.Maximum)];
        }

        return new(header.Channels == 1
            ? ImagePlanes.OfGray(header.Height, header.Width, planes)
            : new(header.Height, header.Width, planes))
        {
            Traits = [.. Declared(file)],
            LargestDeepValue = header.ValueBytes == 2 ? DeepValue(Math.Min(largest, header.Maximum), header.Maximum) : null,
        };
    }

    /// <summary>Returns a value as one of 65535, rounded up as <see cref="DecodedImage.LargestDeepValue"/> says.</summary>
    private static int DeepValue(int value, int maximum) => (int)((long)value * ushort.MaxValue / maximum) | byte.MaxValue;
}
