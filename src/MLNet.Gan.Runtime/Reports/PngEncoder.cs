using System.Globalization;
using SkiaSharp;

namespace MLNet.Gan.Reports;

/// <summary>Encodes a picture as PNG with SkiaSharp: 8-bit gray (color type 0) or RGB (2), without a color profile.</summary>
internal static class PngEncoder
{
    // libpng, which SkiaSharp encodes with, refuses a longer side.
    private const int LongestSide = 1_000_000;

    // Level 9 takes up to six times as long as level 6 and saves 3 % at most (digits, stacked digits, points).
    private static readonly SKPngEncoderOptions Options = new(SKPngEncoderFilterFlags.AllFilters, zLibLevel: 6);

    public static unsafe byte[] Encode(Picture picture)
    {
        RequireSize(picture.Width, picture.Height);
        var isGray = picture.Channels == 1;
        var info = new SKImageInfo(
            picture.Width, picture.Height, isGray ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque);
        fixed (byte* pixels = isGray ? picture.Pixels : Rgba.FromRgb(picture.Pixels))
        {
            using var pixmap = new SKPixmap(info, (nint)pixels);
            using var png = pixmap.Encode(Options);
            return png.ToArray();
        }
    }

    private static void RequireSize(int width, int height)
    {
        var largest = Array.MaxLength / 4; // SkiaSharp takes RGB as four bytes a pixel.
        if (width > LongestSide || height > LongestSide || (long)width * height > largest)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"A picture of {width} × {height} pixels cannot be written as PNG: at most {LongestSide:N0} pixels in a direction "
                + $"and {largest:N0} in all can be. Make a smaller picture."));
    }
}
