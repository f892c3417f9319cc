using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Images;

/// <summary>A sequence of images, and their maximal number.</summary>
internal sealed record ImageSource(long Count, IEnumerable<ImagePlanes> Images)
{
    private const int UsualCount = 10_000;

    private const string Array = "arr_0";

    /// <summary>Returns whether the path is a file of statistics instead of images.</summary>
    public static bool IsStatistics(string path)
    {
        if (!HasEnding(path, ".npz"))
            return false;
        using var file = new NpzFile(path);
        return !file.Has(Array);
    }

    /// <summary>Returns the images at a path.</summary>
    /// <param name="path">A folder, or a file whose extension determines its format: .npz, .onnx, or else IDX.</param>
    /// <param name="request">How to read or generate them.</param>
    /// <param name="skipped">Called for each file that is left out.</param>
    /// <param name="warned">Called for each reason to doubt the images, at the latest when the last one is read.</param>
    public static ImageSource Of(
        string path, ImageRequest request, Action<FormatException> skipped, Action<ScoreWarning> warned)
    {
        if (Directory.Exists(path))
        {
            var files = ImageFolder.Files(path);
            return new(files.Count, ImageFolder.Read(files, request.SkipsBad ? skipped : null));
        }

        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file or folder '{path}'.");
        return HasEnding(path, ".npz") ? OfArray(path)
            : HasEnding(path, ".onnx") ? OfGenerator(path, request, warned)
            : OfIdx(path);
    }

    private static bool HasEnding(string path, string ending) =>
        path.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    private static ImageSource OfIdx(string path)
    {
        var (sizes, values) = IdxFile.Read(path);
        return sizes is [var count, var height, var width]
            ? new(count, values.Chunk(height * width).Select(plane => ImagePlanes.OfGray(height, width, plane)))
            : throw new FormatException(
                $"'{path}' has the dimensions {string.Join(" × ", sizes)}, but gray images have three.");
    }

    private static ImageSource OfArray(string path)
    {
        using var file = new NpzFile(path);
        return file.Shape(Array) is [var count, > 0 and <= 1 << 14 and var height, > 0 and <= 1 << 14 and var width, 3]
            ? new(count, Pixels(path, (int)height, (int)width))
            : throw new FormatException($"'{Array}' of '{path}' must be bytes [N, H, W, 3], but it is "
                + $"[{string.Join(", ", file.Shape(Array))}].");
    }

    private static IEnumerable<ImagePlanes> Pixels(string path, int height, int width)
    {
        using var file = new NpzFile(path);
        foreach (var pixels in file.Rows(Array))
        {
            var planes = new byte[pixels.Length];
            for (var i = 0; i < pixels.Length; i++)
                planes[i % 3 * height * width + i / 3] = pixels[i];
            yield return new(height, width, planes);
        }
    }

    private static ImageSource OfGenerator(string path, ImageRequest request, Action<ScoreWarning> warned)
    {
        var count = request.Count ?? UsualCount;
        return new(count, Generated(path, count, request, warned));
    }

    private static IEnumerable<ImagePlanes> Generated(
        string path, int count, ImageRequest request, Action<ScoreWarning> warned)
    {
        using var generator = OnnxPath.Open(path, onnx => new ExternalGenerator(onnx, request.Generator));
        foreach (var warning in StabilityWarnings.Of(
            generator.Stability(request.Seed), $"The generator '{path}'", "samples, in units of [−1, 1],"))
            warned(warning);
        var shape = generator.Shape;
        var range = new ValueRange(PixelRange.PlusMinusOne, IsDeclared: request.Generator.Range is not null);
        foreach (var (rows, samples) in generator.Generate(count, request.Seed))
        {
            range.Add(samples.Span);
            for (var row = 0; row < rows; row++)
                yield return ImagePlanes.OfSample(shape, samples.Span.Slice(row * shape.Size, shape.Size));
        }

        if (range.IsUpperHalf)
            warned(new(ScoreWarning.ValueRange,
                $"The values of the generator '{path}' lie in the upper half of -1 to 1: nothing is darker than the middle gray. "
                    + "If they are meant from 0 to 1, add --range 0..1."));
    }
}
