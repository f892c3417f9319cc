using System.Buffers.Binary;

namespace MLNet.Gan;

/// <summary>Checks whether an image file is complete, since SkiaSharp decodes truncated ones.</summary>
/// <remarks>It checks PNG, JPEG and WebP; files of other formats count as complete.</remarks>
internal static class ImageEnd
{
    private const int PngHeader = 8, ChunkFrame = 12, RiffHeader = 8;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    private static ReadOnlySpan<byte> StartOfScan => [0xFF, 0xDA];

    public static bool IsMissing(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngSignature) ? !HasLastChunk(file)
        : file is [0xFF, 0xD8, ..] ? file.LastIndexOf(EndOfImage) <= file.LastIndexOf(StartOfScan)
        : IsWebP(file) && BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) > file.Length - RiffHeader;

    /// <summary>Returns whether the chunks of a PNG file (length, type, data, checksum) continue to IEND.</summary>
    private static bool HasLastChunk(ReadOnlySpan<byte> file)
    {
        long start = PngHeader;
        while (start + ChunkFrame <= file.Length)
        {
            var chunk = file[(int)start..];
            if (chunk[4..8].SequenceEqual("IEND"u8))
                return true;
            start += ChunkFrame + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return false;
    }

    private static bool IsWebP(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);
}
