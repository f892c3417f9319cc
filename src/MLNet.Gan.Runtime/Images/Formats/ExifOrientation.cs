using System.Buffers.Binary;

namespace MLNet.Gan;

/// <summary>Reads the orientation of EXIF data, which are a TIFF file: of PNG, since SkiaSharp reads that of JPEG and WebP only.</summary>
internal static class ExifOrientation
{
    private const int Header = 8, EntrySize = 12, Tag = 0x0112, Upright = 1;

    /// <summary>Returns whether the data tell viewers to rotate or to mirror the image.</summary>
    public static bool IsRotated(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < Header || !exif.StartsWith("II"u8) && !exif.StartsWith("MM"u8))
            return false;
        var isLittle = exif[0] == 'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]) : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);
        if (start > exif.Length - 2)
            return false;
        var entries = exif[((int)start + 2)..];
        for (var count = Short(exif[(int)start..], isLittle); count > 0 && entries.Length >= EntrySize; count--)
        {
            if (Short(entries, isLittle) == Tag)
                return Short(entries[Header..], isLittle) is > Upright and <= 8;
            entries = entries[EntrySize..];
        }

        return false;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
