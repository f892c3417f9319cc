namespace Microsoft.ML.Internal;

/// <summary>Decoded pixels: blue, green, red, alpha; colours multiplied by alpha.</summary>
internal sealed class Raster
{
    /// <summary>What a file may claim at most: 256 MiB of pixels.</summary>
    private const long MostPixels = 1 << 26;

    public Raster(long width, long height)
    {
        if (width < 1 || height < 1 || width > MostPixels || height > MostPixels || width * height > MostPixels)
            throw new InvalidDataException(
                $"It claims {width} × {height} pixels, but at least 1 and at most {MostPixels} can be read.");
        (Width, Height, Bgra) = ((int)width, (int)height, new byte[4 * width * height]);
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Bgra { get; }

    public void Set(int x, int y, byte red, byte green, byte blue, byte alpha = byte.MaxValue)
    {
        var at = 4 * (y * Width + x);
        Bgra[at] = Times(blue, alpha);
        Bgra[at + 1] = Times(green, alpha);
        Bgra[at + 2] = Times(red, alpha);
        Bgra[at + 3] = alpha;
    }

    private static byte Times(byte colour, byte alpha) => (byte)((colour * alpha + 127) / 255);
}
