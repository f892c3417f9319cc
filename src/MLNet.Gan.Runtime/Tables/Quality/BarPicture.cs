using MLNet.Gan.Reports;

namespace MLNet.Gan.Metrics;

/// <summary>Draws the shares of a column's values: real ones as wide pale bars, synthetic ones as narrow bars before them.</summary>
internal static class BarPicture
{
    private const int Width = 264, Height = 110, Margin = 6;

    private static readonly (byte Red, byte Green, byte Blue) Ground = (255, 255, 255), Line = (208, 212, 218), Real = (153, 199, 224), Synthetic = (230, 120, 0);

    /// <summary>Draws bars; all heights are in proportion to the highest.</summary>
    public static Picture Draw(ColumnBars bars)
    {
        var pixels = new byte[Width * Height * 3];
        Fill(pixels, 0, 0, Width, Height, Ground);
        var (highest, slot) = (Math.Max(bars.Real.Concat(bars.Synthetic).Max(), 1e-9), (double)(Width - 2 * Margin) / bars.Real.Count);
        for (var i = 0; i < bars.Real.Count; i++)
        {
            var (left, right) = ((int)(Margin + i * slot), (int)(Margin + (i + 1) * slot) - 1);
            var inset = Math.Max((right - left) / 3, 1);
            Bar(pixels, left, right, bars.Real[i] / highest, Real);
            Bar(pixels, left + inset, Math.Max(right - inset, left + inset + 1), bars.Synthetic[i] / highest, Synthetic);
        }

        Fill(pixels, Margin, Height - Margin, Width - Margin, Height - Margin + 1, Line);
        return Picture.Owning(pixels, Width, Height, 3);
    }

    private static void Bar(byte[] pixels, int left, int right, double share, (byte, byte, byte) color) =>
        Fill(pixels, left, Height - Margin - (int)Math.Round(share * (Height - 2 * Margin)), right, Height - Margin, color);

    private static void Fill(byte[] pixels, int left, int top, int right, int bottom, (byte Red, byte Green, byte Blue) color)
    {
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
                (pixels[(y * Width + x) * 3], pixels[(y * Width + x) * 3 + 1], pixels[(y * Width + x) * 3 + 2]) = color;
        }
    }
}
