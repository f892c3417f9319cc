namespace MLNet.Gan.Reports;

/// <summary>A raster image of 8-bit gray or RGB pixels, which can be saved as PNG.</summary>
public sealed class Picture
{
    private readonly byte[] _pixels;

    /// <summary>Creates a picture with a copy of <paramref name="pixels"/>.</summary>
    /// <param name="width">The width in pixels, at least 1.</param>
    /// <param name="height">The height in pixels, at least 1.</param>
    /// <param name="channels">1 for gray, 3 for interleaved red, green and blue.</param>
    /// <param name="pixels"><c>height · width · channels</c> values from 0 (dark) to 255.</param>
    public Picture(int width, int height, int channels, ReadOnlySpan<byte> pixels)
        : this(pixels.ToArray(), width, height, channels)
    {
    }

    private Picture(byte[] pixels, int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels,
                $"A picture has 1 channel (gray) or 3 (red, green, blue), but {channels} were given.");
        }

        var expected = (long)width * height * channels;
        if (pixels.Length != expected)
        {
            throw new ArgumentException(
                $"A picture of {width} × {height} pixels with {channels} channel(s) needs {expected} values, "
                + $"but {pixels.Length} were given.", nameof(pixels));
        }

        (Width, Height, Channels, _pixels) = (width, height, channels, pixels);
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>1 for gray, 3 for red, green and blue.</summary>
    public int Channels { get; }

    /// <summary>All values: rows from top to bottom, pixels from left to right, channels interleaved.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Draws samples as a grid of tiles, row by row, with a dark line between them.</summary>
    /// <param name="samples">Values in [−1, 1] of shape [C, H, W]; x becomes (x + 1) · 127.5, rounded. Values outside
    /// are clamped, and NaN becomes black.</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="height">The height of a sample.</param>
    /// <param name="width">The width of a sample.</param>
    /// <param name="columns">The number of tiles in a row; fewer if there are fewer samples.</param>
    /// <param name="gap">The number of pixels between tiles, at least 0.</param>
    /// <param name="scale">The side of the square of pixels for one value.</param>
    public static Picture Grid(
        IReadOnlyList<float[]> samples, int channels, int height, int width, int columns, int gap = 2, int scale = 1) =>
        TileGrid.Draw(samples, channels, height, width, columns, gap, scale);

    /// <summary>Draws points of the plane: the real ones in blue, and the generated ones over them in orange.</summary>
    /// <remarks>The plot area is a square around the real points, so that pictures of one run are comparable. Points
    /// outside are drawn at the edge. Gray grid lines mark round numbers, the darker ones zero.</remarks>
    /// <param name="real">Points (x, y); at least one.</param>
    /// <param name="generated">Points (x, y); those with a coordinate that is not finite are left out.</param>
    /// <param name="size">The side in pixels, from 64 to 16,384.</param>
    public static Picture Scatter(IReadOnlyList<float[]> real, IReadOnlyList<float[]> generated, int size = 640)
    {
        ImageLibrary.CheckLoads();
        return ScatterPlot.Draw(real, generated, size);
    }

    /// <summary>Arranges pictures of one size in a grid, row by row, with a dark line between them.</summary>
    /// <param name="pictures">The pictures, at least one, of equal width, height and channels.</param>
    /// <param name="columns">The number of pictures in a row; fewer if there are fewer pictures.</param>
    /// <param name="gap">The number of pixels between pictures, at least 0.</param>
    public static Picture Tiles(IReadOnlyList<Picture> pictures, int columns, int gap = 2) =>
        PictureTiles.Join(pictures, columns, gap);

    /// <summary>Returns the bytes of a PNG file; equal pictures give equal bytes on one machine.</summary>
    public byte[] ToPng()
    {
        ImageLibrary.CheckLoads();
        return PngEncoder.Encode(this);
    }

    /// <summary>Writes a PNG file, replacing an existing one.</summary>
    public void Save(string path) => File.WriteAllBytes(path, ToPng());

    /// <summary>Creates a picture that uses <paramref name="pixels"/> without a copy.</summary>
    internal static Picture Owning(byte[] pixels, int width, int height, int channels) =>
        new(pixels, width, height, channels);
}
