using Microsoft.ML.Internal;

namespace Microsoft.ML.Data;

/// <summary>An image in memory, of four bytes a pixel.</summary>
/// <remarks>
/// This stand-in decodes PNG of at most 8 bits a channel and the PPM family. As in the real package, the colours of a
/// decoded image are multiplied by its alpha.
/// </remarks>
public sealed class MLImage : IDisposable
{
    private readonly int _width;
    private readonly int _height;
    private readonly MLPixelFormat _format;
    private byte[]? _pixels;

    private MLImage(int width, int height, MLPixelFormat format, byte[] pixels) =>
        (_width, _height, _format, _pixels) = (width, height, format, pixels);

    /// <summary>Pixels in a row.</summary>
    public int Width => OfLiving(_width);

    /// <summary>Rows.</summary>
    public int Height => OfLiving(_height);

    /// <summary>In which order the bytes of a pixel lie.</summary>
    public MLPixelFormat PixelFormat => OfLiving(_format);

    /// <summary>The size of a pixel.</summary>
    public int BitsPerPixel => OfLiving(32);

    /// <summary>The pixels, row by row from the top.</summary>
    public ReadOnlySpan<byte> Pixels => OfLiving(_pixels);

    /// <summary>Reads an image file.</summary>
    /// <exception cref="ArgumentException">It is no image that can be read.</exception>
    public static MLImage CreateFromFile(string imagePath)
    {
        ArgumentNullException.ThrowIfNull(imagePath);
        return File.Exists(imagePath)
            ? Decode(File.ReadAllBytes(imagePath), "Invalid path", nameof(imagePath))
            : throw new ArgumentException("Invalid path", nameof(imagePath));
    }

    /// <summary>Reads an image from a stream.</summary>
    /// <exception cref="ArgumentException">It is no image that can be read.</exception>
    public static MLImage CreateFromStream(Stream imageStream)
    {
        ArgumentNullException.ThrowIfNull(imageStream);
        using var copy = new MemoryStream();
        imageStream.CopyTo(copy);
        return Decode(copy.ToArray(), "Invalid image stream contents.", nameof(imageStream));
    }

    /// <summary>Copies pixels into an image.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixelFormat">In which order the bytes of a pixel lie.</param>
    /// <param name="imagePixelData">Four bytes for each pixel.</param>
    public static MLImage CreateFromPixels(
        int width, int height, MLPixelFormat pixelFormat, ReadOnlySpan<byte> imagePixelData)
    {
        if (pixelFormat is not (MLPixelFormat.Bgra32 or MLPixelFormat.Rgba32))
            throw new ArgumentException("Unsupported pixel format", nameof(pixelFormat));
        if (width <= 0)
            throw new ArgumentException("Width must be greater than zero.", nameof(width));
        if (height <= 0)
            throw new ArgumentException("Height must be greater than zero.", nameof(height));
        if (imagePixelData.Length != 4L * width * height)
            throw new ArgumentException("Invalid pixel data length.", nameof(imagePixelData));
        return new(width, height, pixelFormat, imagePixelData.ToArray());
    }

    /// <summary>Frees the pixels.</summary>
    public void Dispose() => _pixels = null;

    private static MLImage Decode(byte[] file, string complaint, string parameter)
    {
        try
        {
            var raster = NetpbmDecoder.Recognizes(file) ? NetpbmDecoder.Decode(file) : PngDecoder.Decode(file);
            return new(raster.Width, raster.Height, MLPixelFormat.Bgra32, raster.Bgra);
        }
        catch (InvalidDataException damage)
        {
            throw new ArgumentException($"{complaint} {damage.Message}", parameter, damage);
        }
    }

    private T OfLiving<T>(T value) =>
        _pixels is not null ? value : throw new InvalidOperationException("Object is disposed.");
}
