using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Images;

/// <summary>Reads the images of a folder.</summary>
internal sealed class FolderSource
{
    private const string Remedy = "Or leave such files out with --skip-bad.";

    private readonly FolderListing _listing;
    private readonly Func<ImagePlanes, string?> _refusal;
    private readonly bool _skipsBad;
    private readonly ToolOutput _output;
    private readonly List<ScoreWarning> _warnings = [];

    private FolderSource(FolderListing listing, ImageRequest request, Func<ImagePlanes, string?> refusal, ToolOutput output) =>
        (_listing, _skipsBad, _refusal, _output) = (listing, request.SkipsBad, refusal, output);

    /// <summary>Lists a folder. Its images are the first one, and all of them once it was checked.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="request">How to read it.</param>
    /// <param name="refusal">Returns why an image is not taken, as a predicate; null if it is.</param>
    /// <param name="output">Where to say what is left out.</param>
    /// <exception cref="FormatException">
    /// There is no image, or the first one or a link is bad; then the message names all that are, unless these are left out.
    /// </exception>
    public static ImageSource Open(string folder, ImageRequest request, Func<ImagePlanes, string?> refusal, ToolOutput output)
    {
        var listing = ImageFolder.List(folder, request.Search);
        foreach (var note in listing.Notes)
            output.WriteError(note);
        if (listing.Images.Count == 0 && !request.SkipsBad)
            listing.Require(Remedy);
        listing.RequireImages();
        var source = new FolderSource(listing, request, refusal, output);
        var first = new FolderListing(folder, [listing.Images[0]], request.SkipsBad ? [] : listing.Problems, []);
        return first.Checked(source.Check).Problems.Count > 0 ? source.Checked()
            : new(listing.Images.Count, source.Read(first.Images)) { Check = source.Checked };
    }

    /// <summary>Decodes every file, so that no work is lost at one of the last.</summary>
    private ImageSource Checked()
    {
        var listing = _listing;
        _output.Progress.Show($"Checking {_listing.Folder}", _listing.Images.Count, report =>
        {
            var done = 0L;
            listing = _listing.Checked(path =>
            {
                report(++done);
                Check(path);
            });
        });
        if (listing.Problems.Count > 0 && !_skipsBad)
            listing.Require(Remedy);
        if (listing.Problems.Count is > 0 and var count)
        {
            _output.WriteError($"{listing.Summary()} {(count == 1 ? "It is" : "They are")} left out.");
            _warnings.Add(new(ScoreWarning.ImagesLeftOut, $"{count} files that cannot be read or do not fit the network were left out."));
        }

        listing.RequireImages();
        return new(listing.Images.Count, Read(listing.Images)) { Warnings = _warnings, AreWarningsSaid = true };
    }

    private void Check(string path)
    {
        if (_refusal(ImageFile.Read(path).Planes) is { } refusal)
            throw new FormatException($"The image '{path}' {refusal}");
    }

    private IEnumerable<ImagePlanes> Read(IReadOnlyList<string> files)
    {
        var tally = new ImageTally();
        foreach (var path in files)
        {
            var image = ImageFile.Read(path);
            tally.Add(path, image);
            yield return image.Planes;
        }

        foreach (var warning in tally.Notes().Select(note => new ScoreWarning(ScoreWarning.UnusualImages, note)))
        {
            if (_warnings.Contains(warning)) // The images may be read several times.
                continue;
            _warnings.Add(warning);
            _output.WriteError(warning.Message);
        }
    }
}
