namespace MLNet.Gan.Reports;

/// <summary>Draws a scatter plot of real and generated points of the plane.</summary>
internal static class ScatterPlot
{
    // Blue and orange of Okabe & Ito (2008), which are distinguishable with any color vision.
    private static readonly Color RealColor = new(0, 114, 178);
    private static readonly Color GeneratedColor = new(230, 120, 0);
    private static readonly Color GridColor = new(238, 240, 243);
    private static readonly Color ZeroColor = new(208, 212, 218);

    public static Picture Draw(IReadOnlyList<float[]> real, IReadOnlyList<float[]> generated, int size)
    {
        RequirePoints(real, nameof(real));
        RequirePoints(generated, nameof(generated));
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 64);

        var window = PlotWindow.Around(real, size);
        var canvas = new Canvas(size);
        DrawGrid(canvas, window);

        // Large pale dots show the density of the real points; small opaque ones on them remain distinguishable.
        DrawPoints(canvas, window, real, size / 120.0, RealColor, 0.2);
        DrawPoints(canvas, window, generated, size / 300.0, GeneratedColor, 0.9);
        return canvas.ToPicture();
    }

    private static void DrawGrid(Canvas canvas, PlotWindow window)
    {
        foreach (var tick in window.TicksX())
        {
            canvas.VerticalLine((int)window.PixelX(tick), tick == 0 ? ZeroColor : GridColor);
        }

        foreach (var tick in window.TicksY())
        {
            canvas.HorizontalLine((int)window.PixelY(tick), tick == 0 ? ZeroColor : GridColor);
        }
    }

    private static void DrawPoints(
        Canvas canvas, PlotWindow window, IReadOnlyList<float[]> points, double radius, Color color, double opacity)
    {
        foreach (var point in points.Where(PlotWindow.IsFinite))
        {
            canvas.Dot(window.PixelX(point[0]), window.PixelY(point[1]), radius, color, opacity);
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
