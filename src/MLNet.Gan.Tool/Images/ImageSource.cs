using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Images;

/// <summary>A sequence of images, which can be read several times, and their number.</summary>
internal sealed record ImageSource(long Count, IEnumerable<ImagePlanes> Images)
{
    private const int UsualCount = 10_000;

    /// <summary>Reasons to doubt a score of them, complete when all images were read.</summary>
    public IReadOnlyCollection<ScoreWarning> Warnings { get; init; } = [];

    /// <summary>Whether these are written on the error stream while the images are read.</summary>
    public bool AreWarningsSaid { get; init; }

    /// <summary>Checks all images, of which there is only the first one before, and returns those that can be read; null if nothing is
    /// to be checked.</summary>
    public Func<ImageSource>? Check { get; init; }

    /// <summary>Checks that there is something at a path from which images or statistics may be read.</summary>
    /// <exception cref="FileNotFoundException">There is nothing.</exception>
    /// <exception cref="FormatException">It is a file of another kind; the message says of which, and what to do.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path))
            return;
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file or folder '{path}'.");
        if (!NpzContents.IsAt(path) && !IsGenerator(path) && OtherFile.At(path) is { } content)
            throw new FormatException($"'{path}' is {content.Is}, which is neither images nor statistics that can be read: a folder of "
                + $"images, an IDX file, a .npz file or an ONNX generator (.onnx). {content.Do}");
    }

    /// <summary>Returns the images at a path.</summary>
    /// <param name="path">A folder or a file that <see cref="Require"/> accepts.</param>
    /// <param name="request">How to read or generate them.</param>
    /// <param name="refusal">Returns why an image is not taken, as a predicate; null if it is.</param>
    /// <param name="output">Where to say what is left out, and to show the progress of checking files.</param>
    public static ImageSource Of(string path, ImageRequest request, Func<ImagePlanes, string?> refusal, ToolOutput output)
    {
        if (Directory.Exists(path))
            return FolderSource.Open(path, request, refusal, output);
        var source = NpzContents.IsAt(path) ? NpzImages.Open(path, request.Arrays.Images!)
            : IsGenerator(path) ? OfGenerator(path, request)
            : OfIdx(path);
        return source with
        {
            Images = source.Images.Select((image, row) =>
                refusal(image) is { } reason ? throw new FormatException($"Image {row + 1} of '{path}' {reason}") : image),
        };
    }

    private static bool IsGenerator(string path) => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    private static ImageSource OfIdx(string path)
    {
        var (sizes, values) = IdxFile.Read(path);
        return sizes is [var count, var height, var width]
            ? new(count, values.Chunk(height * width).Select(plane => ImagePlanes.OfGray(height, width, plane)))
            : throw new FormatException(
                $"'{path}' has the dimensions {string.Join(" × ", sizes)}, but gray images have three.");
    }

    private static ImageSource OfGenerator(string path, ImageRequest request)
    {
        var count = request.Count ?? UsualCount;
        List<ScoreWarning> warnings = [];
        return new(count, Generated(path, count, request, warnings)) { Warnings = warnings };
    }

    private static IEnumerable<ImagePlanes> Generated(string path, int count, ImageRequest request, List<ScoreWarning> warnings)
    {
        using var generator = OnnxPath.Open(path, onnx => new ExternalGenerator(onnx, request.Generator));
        warnings.Clear();
        warnings.AddRange(StabilityWarnings.Of(
            generator.Stability(request.Seed), "The generator", "samples, in units of [-1, 1],"));
        var shape = generator.Shape;
        var range = new ValueRange(PixelRange.PlusMinusOne, IsDeclared: request.Generator.Range is not null);
        foreach (var (rows, samples) in generator.Generate(count, request.Seed))
        {
            range.Add(samples.Span);
            for (var row = 0; row < rows; row++)
                yield return ImagePlanes.OfSample(shape, samples.Span.Slice(row * shape.Size, shape.Size));
        }

        if (range.IsUpperHalf)
            warnings.Add(new(ScoreWarning.ValueRange,
                "The generated values lie in the upper half of -1 to 1: nothing is darker than the middle gray. If they are meant "
                    + "from 0 to 1, add --range 0..1."));
        if (range.Clipping is { } clipping)
            warnings.Add(new(ScoreWarning.ValueRange, $"The generated values {clipping}"));
    }
}
