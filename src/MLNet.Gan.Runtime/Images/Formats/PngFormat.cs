using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace MLNet.Gan;

/// <summary>
/// PNG: a signature, then chunks of length, type, data and checksum. The first is IHDR, the last IEND, and IDAT holds the pixels.
/// </summary>
internal sealed record PngFormat : IImageFormat
{
    private const int Header = 8, ChunkFrame = 12, HeaderData = 13, DepthAt = 24;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public IReadOnlyList<string> Extensions { get; } = [".png", ".apng"];

    public bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Signature[..4]);

    public string? Damage(ReadOnlySpan<byte> file)
    {
        if (file.Length < Header)
            return ImageDamage.CutShort("ends in its signature");
        if (!file.StartsWith(Signature))
            return "is damaged: its first bytes were changed as a transfer in text mode changes them. Copy it again in binary mode.";
        var hasPixels = false;
        for (var rest = file[Header..]; ;)
        {
            if (rest.Length < ChunkFrame)
                return ImageDamage.CutShort("ends before its chunk IEND");
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = Encoding.Latin1.GetString(rest[4..8]);
            if (length > rest.Length - ChunkFrame)
                return ImageDamage.CutShort($"ends in its chunk {type}");
            var end = 8 + (int)length;
            if (Crc32.HashToUInt32(rest[4..end]) != BinaryPrimitives.ReadUInt32BigEndian(rest[end..]))
                return $"is damaged: the checksum of its chunk {type} is wrong. Copy or download it again.";
            if (rest.Length == file.Length - Header && (type, length) is not ("IHDR", HeaderData))
                return $"is damaged: its first chunk is {type} of {length} bytes, but must be IHDR of {HeaderData}. Copy or download it again.";
            hasPixels |= type == "IDAT";
            if (type == "IEND")
                return hasPixels ? null : "has no pixels: it has no chunk IDAT. Copy or download it again.";
            rest = rest[(ChunkFrame + (int)length)..];
        }
    }

    public IEnumerable<ImageTrait> Declared(byte[] file) => [.. SkiaDecoder.Declared(file), .. Own(file)];

    public DecodedImage Decode(byte[] file)
    {
        var image = SkiaDecoder.Decode(file);
        return image with
        {
            Traits = [.. image.Traits, .. Own(file)],
            // Skia keeps the upper 8 bits, so the lower ones are at most 255.
            LargestDeepValue = IsDeep(file) ? image.Planes.Values.Max() * 256 + 255 : null,
        };
    }

    /// <summary>Returns the traits that SkiaSharp does not show.</summary>
    private static IEnumerable<ImageTrait> Own(byte[] file)
    {
        if (ExifOrientation.IsRotated(Chunk(file, "eXIf"u8)))
            yield return ImageTrait.Rotated;
        if (IsDeep(file))
            yield return ImageTrait.Deep;
    }

    private static bool IsDeep(byte[] file) => file[DepthAt] == 16;

    /// <summary>Returns the data of the first chunk of a type in a file that is whole; empty if there is none.</summary>
    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> file, ReadOnlySpan<byte> type)
    {
        for (var rest = file[Header..]; rest.Length >= ChunkFrame && !rest[4..8].SequenceEqual("IEND"u8);)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (rest[4..8].SequenceEqual(type))
                return rest.Slice(8, length);
            rest = rest[(ChunkFrame + length)..];
        }

        return [];
    }
}
