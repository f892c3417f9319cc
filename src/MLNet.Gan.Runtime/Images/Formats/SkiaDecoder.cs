using SkiaSharp;

namespace MLNet.Gan;

/// <summary>Decodes images with SkiaSharp to colors that are not multiplied by alpha, and without a color profile.</summary>
/// <remarks>ML.NET's own images are multiplied by alpha, which no tool that computes FID does.</remarks>
internal static class SkiaDecoder
{
    // PIL's limit, which keeps a small file from taking all memory.
    private const long MostPixels = 178_956_970;

    /// <summary>Decodes the first frame of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="transparent">The color that pixels of alpha 0 get where the format does not keep theirs.</param>
    /// <exception cref="FormatException">It cannot be decoded; the message is a predicate.</exception>
    public static unsafe DecodedImage Decode(byte[] file, (byte Red, byte Green, byte Blue)? transparent = null)
    {
        fixed (byte* bytes = file)
        {
            using var data = SKData.Create((nint)bytes, file.Length);
            using var codec = SKCodec.Create(data) ?? throw new FormatException(
                "cannot be decoded: its header is damaged, or of a kind that SkiaSharp does not know. Save it again as PNG.");
            var (height, width) = (codec.Info.Height, codec.Info.Width);
            RequireSize(height, width);
            var pixels = new byte[4 * height * width];
            var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
            SKCodecResult result;
            fixed (byte* start = pixels)
                result = codec.GetPixels(info, (nint)start);
            if (result != SKCodecResult.Success)
                throw new FormatException($"cannot be decoded: its pixels are damaged (SkiaSharp says {result}). Copy or "
                    + "download it again, or remove it.");
            if (transparent is { } color)
                Fill(pixels, color);
            var isTransparent = codec.Info.AlphaType != SKAlphaType.Opaque && IsTransparent(pixels);
            return new(Planes(height, width, pixels))
            {
                Traits = isTransparent ? [ImageTrait.Transparent, .. Declared(codec)] : [.. Declared(codec)],
            };
        }
    }

    /// <summary>Returns the traits that SkiaSharp finds without decoding pixels; none of a file that it cannot decode.</summary>
    public static unsafe IReadOnlyList<ImageTrait> Declared(byte[] file)
    {
        fixed (byte* bytes = file)
        {
            using var data = SKData.Create((nint)bytes, file.Length);
            using var codec = SKCodec.Create(data);
            return codec is null ? [] : [.. Declared(codec)];
        }
    }

    /// <summary>Checks that an image is not larger than any that PIL reads.</summary>
    /// <exception cref="FormatException">It is; the message is a predicate.</exception>
    public static void RequireSize(long height, long width)
    {
        if (height * width > MostPixels)
            throw new FormatException($"has {width} × {height} pixels, but at most {MostPixels} can be read. Resize it, or "
                + "check whether it is damaged.");
    }

    private static void Fill(byte[] pixels, (byte Red, byte Green, byte Blue) color)
    {
        for (var i = 0; i < pixels.Length; i += 4)
        {
            if (pixels[i + 3] == 0)
                (pixels[i], pixels[i + 1], pixels[i + 2]) = color;
        }
    }

    private static ImagePlanes Planes(int height, int width, ReadOnlySpan<byte> pixels)
    {
        var size = height * width;
        var values = new byte[ImagePlanes.Channels * size];
        for (var channel = 0; channel < ImagePlanes.Channels; channel++)
        {
            var plane = values.AsSpan(channel * size, size);
            for (var i = 0; i < plane.Length; i++)
                plane[i] = pixels[4 * i + channel];
        }

        return new(height, width, values);
    }

    private static IEnumerable<ImageTrait> Declared(SKCodec codec)
    {
        if (codec.EncodedOrigin != SKEncodedOrigin.TopLeft)
            yield return ImageTrait.Rotated;
        if (codec.FrameCount > 1)
            yield return ImageTrait.Animated;
    }

    private static bool IsTransparent(byte[] pixels)
    {
        for (var i = 3; i < pixels.Length; i += 4)
        {
            if (pixels[i] != byte.MaxValue)
                return true;
        }

        return false;
    }
}
