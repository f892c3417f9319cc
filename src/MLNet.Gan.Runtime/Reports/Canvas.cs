namespace MLNet.Gan.Reports;

/// <summary>An RGB surface for drawing antialiased dots and lines.</summary>
internal sealed class Canvas
{
    private readonly int _size;
    private readonly byte[] _pixels;

    public Canvas(int size)
    {
        _size = size;
        _pixels = new byte[checked(size * size * 3)];
        Array.Fill(_pixels, byte.MaxValue);
    }

    /// <summary>Draws a disc with an antialiased edge. Its center is in pixels from the top left corner.</summary>
    public void Dot(double centreX, double centreY, double radius, Color color, double opacity)
    {
        var (left, right) = Reach(centreX, radius);
        var (top, bottom) = Reach(centreY, radius);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var distance = Math.Sqrt(Square(x + 0.5 - centreX) + Square(y + 0.5 - centreY));
                Blend(x, y, color, opacity * Math.Clamp(radius + 0.5 - distance, 0, 1));
            }
        }
    }

    public void HorizontalLine(int y, Color color)
    {
        for (var x = 0; x < _size; x++)
        {
            Blend(x, y, color, 1);
        }
    }

    public void VerticalLine(int x, Color color)
    {
        for (var y = 0; y < _size; y++)
        {
            Blend(x, y, color, 1);
        }
    }

    public Picture ToPicture() => Picture.Owning(_pixels, _size, _size, 3);

    private (int First, int Last) Reach(double center, double radius) =>
        (Math.Max(0, (int)(center - radius - 1)), Math.Min(_size - 1, (int)(center + radius + 1)));

    private void Blend(int x, int y, Color color, double opacity)
    {
        var pixel = _pixels.AsSpan((y * _size + x) * 3, 3);
        pixel[0] = Mix(pixel[0], color.Red, opacity);
        pixel[1] = Mix(pixel[1], color.Green, opacity);
        pixel[2] = Mix(pixel[2], color.Blue, opacity);
    }

    private static byte Mix(byte under, byte over, double opacity) =>
        (byte)Math.Round(under + (over - under) * opacity);

    private static double Square(double value) => value * value;
}
