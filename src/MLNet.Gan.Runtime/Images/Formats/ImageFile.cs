namespace MLNet.Gan;

/// <summary>Reads an image file: what it is follows from its content, and it is decoded only if it is whole.</summary>
internal static class ImageFile
{
    /// <summary>The formats. Add a new one here.</summary>
    private static readonly IImageFormat[] Formats =
        [new PngFormat(), new JpegFormat(), new WebPFormat(), new BmpFormat(), new DibFormat(), new GifFormat(), new NetpbmFormat()];

    /// <summary>The extensions of files that can be read.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Formats.SelectMany(format => format.Extensions)];

    /// <summary>Reads and decodes a file.</summary>
    /// <exception cref="FormatException">It cannot be opened, is no image that can be read, or is damaged.</exception>
    public static DecodedImage Read(string path)
    {
        var (format, bytes) = Open(path);
        return Decode(path, format, bytes);
    }

    /// <summary>
    /// Checks a file as <see cref="Check"/> does, and returns the traits that it declares, which are all but transparency, and
    /// <see cref="DecodedImage.LargestDeepValue"/>. Only files of 16 bits per color are decoded.
    /// </summary>
    /// <exception cref="FormatException">It cannot be opened, is no image that can be read, or is cut or changed.</exception>
    public static (IReadOnlyList<ImageTrait> Traits, int? LargestDeepValue) Declared(string path)
    {
        var (format, bytes) = Open(path);
        ImageTrait[] traits = [.. format.Declared(bytes)];
        return (traits, traits.Contains(ImageTrait.Deep) ? Decode(path, format, bytes).LargestDeepValue : null);
    }

    /// <summary>Checks that a file is an image and whole, without decoding it.</summary>
    /// <exception cref="FormatException">It cannot be opened, is no image that can be read, or is cut or changed.</exception>
    public static void Check(string path) => Open(path);

    private static DecodedImage Decode(string path, IImageFormat format, byte[] bytes)
    {
        try
        {
            return format.Decode(bytes);
        }
        catch (FormatException damage)
        {
            throw new FormatException($"The image '{path}' {damage.Message}", damage);
        }
    }

    private static (IImageFormat Format, byte[] Bytes) Open(string path)
    {
        var bytes = Bytes(path);
        var format = Array.Find(Formats, format => format.Begins(bytes)) ?? throw new FormatException(
            $"'{path}' is not an image that can be read: {FileKind.Describe(bytes)}");
        return format.Damage(bytes) is { } damage ? throw new FormatException($"The image '{path}' {damage}") : (format, bytes);
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            // A pipe has no length and would be waited for.
            return new FileInfo(path).Length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"The file '{path}' cannot be opened: {e.Message}", e);
        }
    }
}
