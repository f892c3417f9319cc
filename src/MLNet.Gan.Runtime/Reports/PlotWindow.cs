namespace MLNet.Gan.Reports;

/// <summary>The square region of the plane that a scatter plot shows.</summary>
/// <param name="CenterX">The x of its center.</param>
/// <param name="CenterY">The y of its center.</param>
/// <param name="Side">Its side, in the units of the points.</param>
/// <param name="Size">Its side in pixels.</param>
internal sealed record PlotWindow(double CenterX, double CenterY, double Side, int Size)
{
    // Up to 2^53 every integer is a double, and adding one to it changes it.
    private const double MostSteps = 1L << 52;

    /// <summary>Creates a square around the finite real points, with a margin of a sixth of their extent.</summary>
    public static PlotWindow Around(IReadOnlyList<float[]> real, int size)
    {
        float[][] finite = [.. real.Where(IsFinite)];
        if (finite.Length == 0)
        {
            throw new ArgumentException(
                "There is no real point with finite x and y, so the picture has no scale. Give at least one.",
                nameof(real));
        }

        var (left, right) = (finite.Min(p => (double)p[0]), finite.Max(p => (double)p[0]));
        var (low, high) = (finite.Min(p => (double)p[1]), finite.Max(p => (double)p[1]));
        var extent = Math.Max(right - left, high - low);
        return new((left + right) / 2, (low + high) / 2, extent == 0 ? 1 : extent * 4 / 3, size);
    }

    public static bool IsFinite(float[] point) => float.IsFinite(point[0]) && float.IsFinite(point[1]);

    public double PixelX(double x) => Pixel((x - CenterX) / Side);

    public double PixelY(double y) => Pixel((CenterY - y) / Side);

    public IEnumerable<double> TicksX() => Ticks(CenterX);

    public IEnumerable<double> TicksY() => Ticks(CenterY);

    private double Pixel(double offset) => Math.Clamp((offset + 0.5) * Size, 0, Size - 1);

    /// <summary>
    /// Returns about eight grid positions: multiples of 1, 2 or 5 times a power of ten; none if the distance between them
    /// vanishes beside the center, as between points that differ by 1 at 1e30.
    /// </summary>
    private IEnumerable<double> Ticks(double center)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Side / 6)));
        var step = power * ((Side / 6 / power) switch { < 2 => 1, < 5 => 2, _ => 5 });
        if (Math.Abs(center) / step > MostSteps)
            yield break;
        for (var k = Math.Ceiling((center - Side / 2) / step); k * step <= center + Side / 2; k++)
        {
            yield return k * step;
        }
    }
}
