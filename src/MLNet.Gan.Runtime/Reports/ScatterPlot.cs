using SkiaSharp;

namespace MLNet.Gan.Reports;

/// <summary>Draws a scatter plot of real and generated points of the plane.</summary>
internal static class ScatterPlot
{
    // Blue and orange of Okabe & Ito (2008), which are distinguishable with any color vision. Large pale dots show the
    // density of the real points; small opaque ones on them remain distinguishable.
    private static readonly SKColor RealColor = new(0, 114, 178, 51);
    private static readonly SKColor GeneratedColor = new(230, 120, 0, 230);
    private static readonly SKColor GridColor = new(238, 240, 243);
    private static readonly SKColor ZeroColor = new(208, 212, 218);

    public static Picture Draw(IReadOnlyList<float[]> real, IReadOnlyList<float[]> generated, int size)
    {
        RequirePoints(real, nameof(real));
        RequirePoints(generated, nameof(generated));
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 64);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 16_384);

        var window = PlotWindow.Around(real, size);
        using var bitmap = new SKBitmap(new(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            DrawGrid(canvas, window);
            DrawPoints(canvas, window, real, size / 120f, RealColor);
            DrawPoints(canvas, window, generated, size / 300f, GeneratedColor);
        }

        return Picture.Owning(Rgba.ToRgb(bitmap.Bytes), size, size, 3);
    }

    private static void DrawGrid(SKCanvas canvas, PlotWindow window)
    {
        using var paint = new SKPaint();
        foreach (var tick in window.TicksX())
        {
            paint.Color = tick == 0 ? ZeroColor : GridColor;
            canvas.DrawRect((int)window.PixelX(tick), 0, 1, window.Size, paint);
        }

        foreach (var tick in window.TicksY())
        {
            paint.Color = tick == 0 ? ZeroColor : GridColor;
            canvas.DrawRect(0, (int)window.PixelY(tick), window.Size, 1, paint);
        }
    }

    private static void DrawPoints(
        SKCanvas canvas, PlotWindow window, IReadOnlyList<float[]> points, float radius, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        foreach (var point in points.Where(PlotWindow.IsFinite))
        {
            canvas.DrawCircle((float)window.PixelX(point[0]), (float)window.PixelY(point[1]), radius, paint);
        }
    }

    private static void RequirePoints(IReadOnlyList<float[]> points, string name)
    {
        ArgumentNullException.ThrowIfNull(points, name);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i]?.Length != 2)
            {
                throw new ArgumentException(
                    $"Point {i} has {points[i]?.Length ?? 0} values, but a scatter picture needs 2, x and y.", name);
            }
        }
    }
}
