using MLNet.Gan.Reports;

namespace MLNet.Gan.Metrics;

/// <summary>Draws a symmetric matrix of values in [−1, 1]: blue above 0, white at 0, orange below; gray where there is none.</summary>
internal static class HeatMap
{
    private const int Side = 320, SmallestCell = 4, LargestCell = 64;
    private const byte Nothing = 232, Diagonal = 200;

    /// <summary>Draws a matrix.</summary>
    /// <param name="size">The number of rows.</param>
    /// <param name="value">The value of a row and a column; NaN where there is none.</param>
    public static Picture Draw(int size, Func<int, int, double> value)
    {
        var cell = Math.Clamp(Side / size, SmallestCell, LargestCell);
        var width = size * cell;
        var pixels = new byte[width * width * 3];
        for (var y = 0; y < width; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (y * width + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = x / cell == y / cell ? (Diagonal, Diagonal, Diagonal) : Color(value(y / cell, x / cell));
            }
        }

        return Picture.Owning(pixels, width, width, 3);
    }

    private static (byte, byte, byte) Color(double value)
    {
        if (double.IsNaN(value))
            return (Nothing, Nothing, Nothing);
        var strength = Math.Min(Math.Abs(value), 1);
        byte Mixed(int full) => (byte)Math.Round(255 + strength * (full - 255));
        return value >= 0 ? (Mixed(0), Mixed(84), Mixed(150)) : (Mixed(200), Mixed(80), Mixed(0));
    }
}
