using System.Buffers.Binary;

namespace MLNet.Gan;

/// <summary>BMP without the file header of 14 bytes, as PIL writes .dib files: the header of the image, perhaps a palette, the pixels.</summary>
internal sealed record DibFormat : IImageFormat
{
    private const int FileHeader = 14, LongHeader = 40, LongestHeader = 124, BitFields = 3, AlphaBitFields = 6;

    private static readonly BmpFormat Bmp = new();

    public IReadOnlyList<string> Extensions { get; } = [".dib"];

    public bool Begins(ReadOnlySpan<byte> file) => file.Length >= 16
        && Int(file, 0) is >= LongHeader and <= LongestHeader && Short(file, 12) == 1 && Short(file, 14) is 1 or 4 or 8 or 16 or 24 or 32;

    public string? Damage(ReadOnlySpan<byte> file)
    {
        if (file.Length < Int(file, 0))
            return ImageDamage.CutShort("ends in its header");
        var needed = BmpFormat.End(Completed(file)) - FileHeader;
        return needed <= file.Length ? null : ImageDamage.CutShort($"has {file.Length} bytes, but its pixels end at {needed}");
    }

    public IEnumerable<ImageTrait> Declared(byte[] file) => Bmp.Declared(Completed(file));

    public DecodedImage Decode(byte[] file) => Bmp.Decode(Completed(file));

    /// <summary>Returns the file with the file header, which says where the pixels begin: behind the masks or the palette.</summary>
    private static byte[] Completed(ReadOnlySpan<byte> file)
    {
        var (header, bits, compression, colors) = (Int(file, 0), Short(file, 14), Int(file, 16), (uint)Int(file, 32));
        var masks = header > LongHeader ? 0 : compression == BitFields ? 12 : compression == AlphaBitFields ? 16 : 0;
        var palette = bits > 8 ? 0 : 4 * (colors == 0 ? 1L << bits : colors);
        byte[] whole = [.. "BM"u8, .. new byte[FileHeader - 2], .. file];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(2), whole.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(10), (uint)Math.Min(uint.MaxValue, FileHeader + header + masks + palette));
        return whole;
    }

    private static int Int(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file[at..]);

    private static int Short(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
}
