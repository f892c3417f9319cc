using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>An image of 8 bits a color: the planes of red, green and blue, each row by row.</summary>
internal sealed record ImagePlanes(int Height, int Width, byte[] Values)
{
    /// <summary>The number of planes.</summary>
    public const int Channels = 3;

    /// <summary>Whether the three planes are equal.</summary>
    public bool IsGray
    {
        get
        {
            ReadOnlySpan<byte> red = Values.AsSpan(0, Height * Width);
            return red.SequenceEqual(Values.AsSpan(red.Length, red.Length))
                && red.SequenceEqual(Values.AsSpan(2 * red.Length));
        }
    }

    /// <summary>Returns the colors of an ML.NET image, without alpha.</summary>
    /// <remarks>ML.NET multiplies colors by alpha when it decodes a file; <see cref="ImageFile"/> does not.</remarks>
    public static ImagePlanes Of(MLImage image)
    {
        var (red, blue) = image.PixelFormat switch
        {
            MLPixelFormat.Rgba32 => (0, 2),
            MLPixelFormat.Bgra32 => (2, 0),
            var other => throw new FormatException($"An image's pixel format is {other}, which cannot be read."),
        };
        var (height, width) = (image.Height, image.Width);
        var pixels = image.Pixels;
        var size = height * width;
        var values = new byte[Channels * size];
        for (var i = 0; i < size; i++)
        {
            values[i] = pixels[4 * i + red];
            values[size + i] = pixels[4 * i + 1];
            values[2 * size + i] = pixels[4 * i + blue];
        }

        return new(height, width, values);
    }

    /// <summary>
    /// Returns the luma of Rec. 601, 0.299 R + 0.587 G + 0.114 B, rounded to the nearest byte as PIL rounds it; for a
    /// gray image its plane.
    /// </summary>
    public byte[] ToGray()
    {
        var size = Height * Width;
        var gray = new byte[size];
        for (var i = 0; i < size; i++)
        {
            var (red, green, blue) = (Values[i], Values[size + i], Values[2 * size + i]);
            gray[i] = (byte)((19_595 * red + 38_470 * green + 7_471 * blue + 0x8000) >> 16);
        }

        return gray;
    }

    /// <summary>Returns a gray image, whose one plane is repeated.</summary>
    public static ImagePlanes OfGray(int height, int width, byte[] plane) =>
        new(height, width, [.. plane, .. plane, .. plane]);

    /// <summary>
    /// Returns a generator's sample as bytes: x in [−1, 1] becomes the byte nearest to (x + 1) · 127.5, clamped to 0
    /// and 255.
    /// </summary>
    /// <exception cref="FormatException">A value is not a number.</exception>
    public static ImagePlanes OfSample(SampleShape shape, ReadOnlySpan<float> sample)
    {
        var plane = new byte[sample.Length];
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] = float.IsNaN(sample[i])
                ? throw new FormatException("A generated sample holds a value that is not a number.")
                : (byte)Math.Clamp(sample[i] * 127.5f + 128, 0, 255); // Truncated to an integer.
        }

        return shape.Channels == 1 ? OfGray(shape.Height, shape.Width, plane) : new(shape.Height, shape.Width, plane);
    }
}
