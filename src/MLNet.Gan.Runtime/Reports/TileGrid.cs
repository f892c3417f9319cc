namespace MLNet.Gan.Reports;

/// <summary>Draws samples as tiles of one picture.</summary>
internal static class TileGrid
{
    private const byte Line = 64;

    public static Picture Draw(
        IReadOnlyList<float[]> samples, int channels, int height, int width, int columns, int gap, int scale)
    {
        ArgumentNullException.ThrowIfNull(samples);
        RequirePositive(height, nameof(height));
        RequirePositive(width, nameof(width));
        RequirePositive(columns, nameof(columns));
        RequirePositive(scale, nameof(scale));
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        RequireChannels(channels);
        RequireSizes(samples, channels, height, width);

        var across = Math.Min(columns, samples.Count);
        var down = (samples.Count - 1) / across + 1;
        RequireSize(across * ((double)width * scale + gap) - gap, down * ((double)height * scale + gap) - gap, channels);
        var (stepX, stepY) = (width * scale + gap, height * scale + gap);
        var (totalWidth, totalHeight) = (across * stepX - gap, down * stepY - gap);
        var pixels = new byte[totalWidth * totalHeight * channels];
        Array.Fill(pixels, Line);
        for (var i = 0; i < samples.Count; i++)
        {
            var corner = (i / across * stepY * totalWidth + i % across * stepX) * channels;
            DrawTile(pixels.AsSpan(corner), totalWidth * channels, samples[i], channels, height, width, scale);
        }

        return Picture.Owning(pixels, totalWidth, totalHeight, channels);
    }

    /// <summary>Fills the tile whose first value is the first of <paramref name="target"/>.</summary>
    private static void DrawTile(
        Span<byte> target, int stride, float[] sample, int channels, int height, int width, int scale)
    {
        for (var y = 0; y < height * scale; y++)
        {
            for (var x = 0; x < width * scale; x++)
            {
                for (var c = 0; c < channels; c++)
                {
                    var value = sample[(c * height + y / scale) * width + x / scale];
                    target[y * stride + x * channels + c] = ToByte(value);
                }
            }
        }
    }

    private static byte ToByte(float value) => float.IsNaN(value)
        ? (byte)0
        : (byte)MathF.Round((Math.Clamp(value, -1, 1) + 1) * 127.5f, MidpointRounding.AwayFromZero);

    private static void RequirePositive(int value, string name) =>
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);

    private static void RequireChannels(int channels)
    {
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels,
                $"Samples are drawn with 1 channel (gray) or 3 (red, green, blue), but these have {channels}. "
                + "Draw one channel at a time, or use Picture.Scatter for points.");
        }
    }

    private static void RequireSize(double width, double height, int channels)
    {
        if (width * height * channels > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException("scale",
                $"A picture of {width} × {height} pixels with {channels} channel(s) has more values than an array can hold. "
                + "Choose a smaller scale or gap, or draw fewer samples.");
        }
    }

    private static void RequireSizes(IReadOnlyList<float[]> samples, int channels, int height, int width)
    {
        if (samples.Count == 0)
        {
            throw new ArgumentException("There is no sample to draw. Give at least one.", nameof(samples));
        }

        var size = (long)height * width * channels;
        for (var i = 0; i < samples.Count; i++)
        {
            if (samples[i]?.Length != size)
            {
                throw new ArgumentException(
                    $"Sample {i} has {samples[i]?.Length ?? 0} values, "
                    + $"but {channels} × {height} × {width} needs {size}.",
                    nameof(samples));
            }
        }
    }
}
