using System.Buffers.Binary;

namespace MLNet.Gan;

/// <summary>BMP: a file header of 14 bytes, a header of the image, perhaps a palette, and the pixels.</summary>
/// <remarks>
/// The size that the file header declares is not checked: some programs write another one, which PIL and Skia ignore.
/// What counts is whether the pixels that the image's header declares are there.
/// </remarks>
internal sealed record BmpFormat : IImageFormat
{
    private const int FileHeader = 14, CoreHeader = 12, LongHeader = 40;

    private const int Uncompressed = 0, BitFields = 3, AlphaBitFields = 6;

    public IReadOnlyList<string> Extensions { get; } = [".bmp"];

    public bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("BM"u8)
        && (file.Length < FileHeader + 4 || Int(file, FileHeader) is CoreHeader or >= LongHeader and <= 124);

    public string? Damage(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader + 4 || file.Length < FileHeader + Int(file, FileHeader))
            return ImageDamage.CutShort("ends in its header");
        var needed = End(file);
        return needed <= file.Length ? null
            : ImageDamage.CutShort($"has {file.Length} bytes, but its pixels end at {needed}");
    }

    public IEnumerable<ImageTrait> Declared(byte[] file) => SkiaDecoder.Declared(file);

    public DecodedImage Decode(byte[] file) => SkiaDecoder.Decode(file);

    /// <summary>Returns where the pixels end that a file with whole headers declares.</summary>
    public static long End(ReadOnlySpan<byte> file) => (uint)Int(file, 10) + PixelBytes(file);

    private static long PixelBytes(ReadOnlySpan<byte> file)
    {
        var isCore = Int(file, FileHeader) == CoreHeader;
        var (width, height) = isCore ? (Short(file, 18), Short(file, 20)) : (Int(file, 18), Math.Abs((long)Int(file, 22)));
        var bits = Short(file, isCore ? 24 : 28);
        var compression = isCore ? Uncompressed : Int(file, 30);
        return compression is Uncompressed or BitFields or AlphaBitFields
            ? ((long)width * bits + 31) / 32 * 4 * height // Rows are padded to four bytes.
            : (uint)Int(file, 34);
    }

    private static int Int(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file[at..]);

    private static int Short(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
}
