using System.Buffers.Binary;
using System.Text;

namespace MLNet.Gan;

/// <summary>WebP: a RIFF file of chunks (type, length, data padded to an even length).</summary>
internal sealed record WebPFormat : IImageFormat
{
    private const int RiffHeader = 8, Header = 12, ChunkHeader = 8;

    public IReadOnlyList<string> Extensions { get; } = [".webp"];

    public bool Begins(ReadOnlySpan<byte> file) =>
        file.Length >= Header && file.StartsWith("RIFF"u8) && file[8..Header].SequenceEqual("WEBP"u8);

    public string? Damage(ReadOnlySpan<byte> file)
    {
        var size = RiffHeader + (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (size > file.Length)
            return ImageDamage.CutShort($"has {file.Length} bytes, but declares {size}");
        var hasPixels = false;
        for (var rest = size < Header ? [] : file[Header..(int)size]; rest.Length > 0;)
        {
            if (rest.Length < ChunkHeader)
                return "is damaged: bytes follow its last chunk. Copy or download it again.";
            var type = Encoding.Latin1.GetString(rest[..4]);
            var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > rest.Length - ChunkHeader)
                return $"is damaged: its chunk '{type}' is longer than the file. Copy or download it again.";
            hasPixels |= type is "VP8 " or "VP8L" or "ANMF";
            rest = rest[(int)Math.Min(rest.Length, ChunkHeader + length + length % 2)..];
        }

        return hasPixels ? null : "has no pixels: it has no chunk 'VP8 ', 'VP8L' or 'ANMF'. Copy or download it again.";
    }

    public IEnumerable<ImageTrait> Declared(byte[] file) => SkiaDecoder.Declared(file);

    public DecodedImage Decode(byte[] file) => SkiaDecoder.Decode(file);
}
