using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Images;

/// <summary>A sequence of images, which can be read several times, and their number.</summary>
internal sealed record ImageSource(long Count, IEnumerable<ImagePlanes> Images)
{
    /// <summary>Reasons to doubt a score of them, complete when all images were read.</summary>
    public IReadOnlyCollection<ScoreWarning> Warnings { get; init; } = [];

    private const int UsualCount = 10_000;

    /// <summary>Returns the images at a path.</summary>
    /// <param name="path">A folder, or a file whose extension determines its format: .npz, .onnx, or else IDX.</param>
    /// <param name="request">How to read or generate them.</param>
    /// <param name="output">Where to say what is left out, and to show the progress of checking files.</param>
    public static ImageSource Of(string path, ImageRequest request, ToolOutput output)
    {
        if (Directory.Exists(path))
            return FolderSource.Open(path, request, output);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file or folder '{path}'.");
        return NpzContents.IsAt(path) ? NpzImages.Open(path, NpzContents.Of(path, request.Arrays).Images!)
            : HasEnding(path, ".onnx") ? OfGenerator(path, request)
            : OfIdx(path);
    }

    private static bool HasEnding(string path, string ending) =>
        path.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    private static ImageSource OfIdx(string path)
    {
        if (FileContent.OfFile(path) is { } content && !IsPackedIdx(path))
            throw new FormatException($"'{path}' is {content.Is}, which is neither images nor statistics that can be read: a folder "
                + $"of images, an IDX file, a .npz file or an ONNX generator (.onnx). {content.Do}");
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

    /// <summary>Returns whether a file is a gzip archive, as IDX files often are.</summary>
    private static bool IsPackedIdx(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }
}
