using System.Buffers.Binary;

namespace MLNet.Gan;

/// <summary>
/// JPEG: segments that begin with a marker, and scans of compressed data, between the markers SOI and EOI.
/// </summary>
internal sealed record JpegFormat : IImageFormat
{
    private const byte Mark = 0xFF, StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA;

    public IReadOnlyList<string> Extensions { get; } = [".jpg", ".jpeg", ".jpe", ".jfif"];

    public bool Begins(ReadOnlySpan<byte> file) => file is [Mark, StartOfImage, Mark, ..];

    public string? Damage(ReadOnlySpan<byte> file) => Walk(file, out _);

    public IEnumerable<ImageTrait> Declared(byte[] file) => [.. SkiaDecoder.Declared(file), .. Own(file)];

    public DecodedImage Decode(byte[] file)
    {
        var image = SkiaDecoder.Decode(file);
        return image with { Traits = [.. image.Traits, .. Own(file)] };
    }

    /// <summary>Returns the traits that SkiaSharp does not show.</summary>
    private static ImageTrait[] Own(byte[] file)
    {
        Walk(file, out var components);
        return components == 4 ? [ImageTrait.Cmyk] : [];
    }

    private static string? Walk(ReadOnlySpan<byte> file, out int components)
    {
        components = 0;
        var hasScan = false;
        for (var rest = file[2..]; ;)
        {
            // What lies between segments is compressed data, or garbage that decoders skip.
            var at = rest.IndexOf(Mark);
            rest = at < 0 ? [] : rest[at..].TrimStart(Mark);
            if (rest.IsEmpty)
                return ImageDamage.CutShort(hasScan ? "ends in its pixels" : "ends before its pixels");
            var marker = rest[0];
            rest = rest[1..];
            if (marker == EndOfImage)
                return hasScan ? null : "has no pixels: its end marker follows its header. Copy or download it again.";
            if (marker is 0 or 1 or >= 0xD0 and <= StartOfImage)
                continue; // A stuffed byte, a restart marker, or another one without data.
            var length = rest.Length < 2 ? 2 : BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length < 2)
                return $"is damaged: its segment {marker:X2} has the impossible length {length}. Copy or download it again.";
            if (length > rest.Length)
                return ImageDamage.CutShort($"ends in its segment {marker:X2}");
            if (IsFrame(marker) && length > 7)
                components = rest[7];
            hasScan |= marker == StartOfScan;
            rest = rest[length..];
        }
    }

    /// <summary>Returns whether a marker is SOF0 to SOF15: C0 to CF without those of tables (C4, CC) and JPG (C8).</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
