namespace MLNet.Gan.Reports;

/// <summary>Converts pixels between RGB and the opaque RGBA of SkiaSharp, which has no format of three bytes.</summary>
internal static class Rgba
{
    public static byte[] FromRgb(ReadOnlySpan<byte> rgb)
    {
        var rgba = new byte[checked(rgb.Length / 3 * 4)];
        for (var (from, to) = (0, 0); from < rgb.Length; from += 3, to += 4)
        {
            rgb.Slice(from, 3).CopyTo(rgba.AsSpan(to));
            rgba[to + 3] = byte.MaxValue;
        }

        return rgba;
    }

    public static byte[] ToRgb(ReadOnlySpan<byte> rgba)
    {
        var rgb = new byte[rgba.Length / 4 * 3];
        for (var (from, to) = (0, 0); from < rgba.Length; from += 4, to += 3)
        {
            rgba.Slice(from, 3).CopyTo(rgb.AsSpan(to));
        }

        return rgb;
    }
}
