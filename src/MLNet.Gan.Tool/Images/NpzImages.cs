using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Images;

/// <summary>Images in an array of a .npz file: bytes [N, H, W, 3], [N, H, W, 1] or [N, H, W].</summary>
internal static class NpzImages
{
    private const int LongestSide = 1 << 14;

    /// <summary>Returns the images.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The array.</param>
    /// <exception cref="FormatException">The array is of another shape or type.</exception>
    public static ImageSource Open(string path, string name)
    {
        using var file = new NpzFile(path);
        var (type, shape) = (file.Type(name), file.Shape(name));
        if (type != "|u1")
            throw new FormatException($"{Text(path, name, type, shape)}, but images must be bytes from 0 to 255. {ToBytes(path, name, type)}");
        if (file.IsFortran(name))
            throw new FormatException($"{Text(path, name, type, shape)} in Fortran order, in which the rows of an image are not together. "
                + $"{Conversion(path, name, "np.ascontiguousarray(x)")}.");
        return shape switch
        {
            [_, _, 3] => throw new FormatException($"{Text(path, name, type, shape)}: one image, or gray ones of three columns. "
                + $"{Conversion(path, name, "x[None]")} if it is one image, or x[..., None] if they are gray."),
            [_, _, 4] => throw new FormatException($"{Text(path, name, type, shape)}: one image with transparency, or gray ones of four "
                + $"columns. {Conversion(path, name, "x[None, ..., :3]")} if it is one image, or x[..., None] if they are gray."),
            [3, _, _] => throw new FormatException($"{Text(path, name, type, shape)}: one image plane by plane, or three gray ones. "
                + $"{Conversion(path, name, "x[None].transpose(0, 2, 3, 1)")} if it is one image, or x[..., None] if they are gray."),
            [var count, > 0 and <= LongestSide and var height, > 0 and <= LongestSide and var width, 3]
                => new(count, Colors(path, name, (int)height, (int)width)),
            [var count, > 0 and <= LongestSide and var height, > 0 and <= LongestSide and var width, 1]
                => new(count, Grays(path, name, (int)height, (int)width)),
            [var count, > 3 and <= LongestSide and var height, > 0 and <= LongestSide and var width]
                => new(count, Grays(path, name, (int)height, (int)width)),
            [_, 1 or 3, _, _] => throw new FormatException($"{Text(path, name, type, shape)}: the colors are planes, but they "
                + $"must be interleaved, [N, H, W, 3]. {Conversion(path, name, "x.transpose(0, 2, 3, 1)")}."),
            [_, _, _, 4] => throw new FormatException($"{Text(path, name, type, shape)}: images with transparency, which no "
                + $"score has. {Conversion(path, name, "x[..., :3]")} leaves it out."),
            _ => throw new FormatException($"{Text(path, name, type, shape)}, but images must be [N, H, W, 3], or gray "
                + "[N, H, W, 1] or [N, H, W]. Save them so, or name another array by --images NAME."),
        };
    }

    /// <summary>Returns how values of another type become bytes, by the ranges that the type can have.</summary>
    private static string ToBytes(string path, string name, string type) => type switch
    {
        "|b1" => $"{Conversion(path, name, "255 * x.astype(\"uint8\")")}.",
        [_, 'i' or 'u', ..] => $"{Conversion(path, name, "x.clip(0, 255).astype(\"uint8\")")} if x is from 0 to 255, or (x // "
            + "257).astype(\"uint8\") if it is from 0 to 65535.",
        _ => $"{Conversion(path, name, "(255 * x).round().clip(0, 255).astype(\"uint8\")")} if x is from 0 to 1, "
            + "(127.5 * x + 127.5).round().clip(0, 255).astype(\"uint8\") if it is from -1 to 1, or "
            + "x.round().clip(0, 255).astype(\"uint8\") if it is from 0 to 255.",
    };

    private static string Text(string path, string name, string type, long[] shape) =>
        $"'{name}' of '{path}' is [{string.Join(", ", shape)}] of type {type}";

    private static string Conversion(string path, string name, string expression) =>
        $"Convert it: x = np.load(\"{Path.GetFileName(path)}\")[\"{name}\"]; np.savez(\"images.npz\", arr_0={expression})";

    private static IEnumerable<ImagePlanes> Colors(string path, string name, int height, int width)
    {
        using var file = new NpzFile(path);
        foreach (var pixels in file.Rows(name))
        {
            var planes = new byte[pixels.Length];
            for (var i = 0; i < pixels.Length; i++)
                planes[i % 3 * height * width + i / 3] = pixels[i];
            yield return new(height, width, planes);
        }
    }

    private static IEnumerable<ImagePlanes> Grays(string path, string name, int height, int width)
    {
        using var file = new NpzFile(path);
        foreach (var plane in file.Rows(name))
            yield return ImagePlanes.OfGray(height, width, plane);
    }
}
