namespace MLNet.Gan;

/// <summary>The blocks of a GIF file.</summary>
/// <param name="Damage">Why the file is not whole, as a predicate; null if it is.</param>
/// <param name="TransparentColor">
/// The palette's color for the transparent pixels of the first image, and for those around it, as PIL has it: that of the
/// transparent index, or else of index 0; null if there is no image.
/// </param>
internal sealed record GifBlocks(string? Damage, (byte Red, byte Green, byte Blue)? TransparentColor)
{
    private const int Header = 13, Descriptor = 9;

    private const byte Image = 0x2C, Extension = 0x21, Trailer = 0x3B, Control = 0xF9;

    public static GifBlocks Read(ReadOnlySpan<byte> file)
    {
        (byte, byte, byte)? color = null;
        var transparent = 0;
        var images = 0;
        if (file.Length < Header)
            return new(ImageDamage.CutShort("ends in its header"), null);
        var at = Header + PaletteBytes(file[10]);
        var palette = (Start: Header, End: at);
        while (at < file.Length)
        {
            switch (file[at++])
            {
                case Trailer:
                    return new(images > 0 ? null : "has no pixels: it holds no image. Copy or download it again.", color);
                case Image when at + Descriptor < file.Length:
                    var local = PaletteBytes(file[at + Descriptor - 1]);
                    at += Descriptor;
                    if (local > 0)
                        palette = (at, at + local);
                    if (images == 0)
                        color = Color(file, palette, transparent);
                    at += local + 1; // One byte is the size of the codes.
                    if (at < file.Length && file[at] == 0)
                        return new("has no pixels: the data of an image are missing. Copy or download it again.", color);
                    images++;
                    at = AfterBlocks(file, at);
                    break;
                case Extension:
                    if (at + 5 < file.Length && file[at] == Control && images == 0)
                        transparent = (file[at + 2] & 1) != 0 ? file[at + 5] : 0;
                    at = AfterBlocks(file, at + 1);
                    break;
                case 0:
                    break; // Some programs write one block terminator too many, which decoders skip.
                case var other when other != Image:
                    return new($"is damaged: a block begins with {other:X2}, which is none. Copy or download it again.", color);
                default:
                    at = file.Length;
                    break;
            }
        }

        return new(ImageDamage.CutShort("ends before its trailer"), color);
    }

    /// <summary>Skips blocks of up to 255 bytes, each behind its length, up to one of length 0.</summary>
    private static int AfterBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
            at += file[at] + 1;
        return at + 1;
    }

    private static int PaletteBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static (byte, byte, byte) Color(ReadOnlySpan<byte> file, (int Start, int End) palette, int index)
    {
        var end = palette.Start + 3 * index + 3;
        return end <= palette.End && end <= file.Length ? (file[end - 3], file[end - 2], file[end - 1]) : default;
    }
}
