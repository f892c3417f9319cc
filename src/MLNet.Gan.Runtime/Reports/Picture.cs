namespace MLNet.Gan.Reports;

/// <summary>A raster of 8-bit gray or RGB pixels, which can become a PNG file.</summary>
public sealed class Picture
{
    private readonly byte[] _pixels;

    /// <summary>Copies <paramref name="pixels"/> into a picture.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for gray, 3 for red, green and blue, which lie next to each other.</param>
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

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 for gray, 3 for red, green and blue.</summary>
    public int Channels { get; }

    /// <summary>Every value: rows from top to bottom, pixels from left to right, channels together.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Samples as tiles, row by row, with a dark line between them.</summary>
    /// <param name="samples">Values in [−1, 1], channel by channel and row by row; x becomes (x + 1) · 127.5, rounded.
    /// What lies outside is clamped, and what is not a number is black.</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="height">Rows of a sample.</param>
    /// <param name="width">Columns of a sample.</param>
    /// <param name="columns">Tiles in a row; fewer when there are fewer samples.</param>
    /// <param name="gap">Pixels between tiles, at least 0.</param>
    /// <param name="scale">The side of the square of pixels that one value becomes.</param>
    public static Picture Grid(
        IReadOnlyList<float[]> samples, int channels, int height, int width, int columns, int gap = 2, int scale = 1) =>
        TileGrid.Draw(samples, channels, height, width, columns, gap, scale);

    /// <summary>Points of a plane: the real ones as blue dots, and the generated ones over them in orange.</summary>
    /// <remarks>The window is a square around the real points, so that pictures taken during one run compare. A point
    /// outside it is drawn at the edge. Gray lines mark round numbers, the darker ones zero.</remarks>
    /// <param name="real">Points (x, y); at least one.</param>
    /// <param name="generated">Points (x, y); those with a coordinate that is not finite are left out.</param>
    /// <param name="size">Pixels on a side, at least 64.</param>
    public static Picture Scatter(IReadOnlyList<float[]> real, IReadOnlyList<float[]> generated, int size = 640) =>
        ScatterPlot.Draw(real, generated, size);

    /// <summary>Pictures of one size beside and below each other, row by row, with a dark line between them.</summary>
    /// <param name="pictures">At least one; all of the same width, height and channels.</param>
    /// <param name="columns">Pictures in a row; fewer when there are fewer pictures.</param>
    /// <param name="gap">Pixels between pictures, at least 0.</param>
    public static Picture Tiles(IReadOnlyList<Picture> pictures, int columns, int gap = 2) =>
        PictureTiles.Join(pictures, columns, gap);

    /// <summary>The bytes of a PNG file.</summary>
    public byte[] ToPng() => PngWriter.Write(this);

    /// <summary>Writes a PNG file, over an older one if need be.</summary>
    public void Save(string path) => File.WriteAllBytes(path, ToPng());

    /// <summary>A picture that keeps <paramref name="pixels"/> instead of a copy.</summary>
    internal static Picture Owning(byte[] pixels, int width, int height, int channels) =>
        new(pixels, width, height, channels);
}
