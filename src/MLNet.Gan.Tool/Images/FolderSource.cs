using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Images;

/// <summary>Reads the images of a folder; every file is checked before the first one is decoded.</summary>
internal sealed class FolderSource
{
    private const string Remedy = "Or leave such files out with --skip-bad.";

    private readonly ToolOutput _output;
    private readonly bool _skipsBad;
    private readonly IReadOnlyList<string> _files;
    private readonly List<ScoreWarning> _warnings = [];
    private readonly HashSet<string> _undecoded = [];
    private int _leftOut;

    private FolderSource(FolderListing listing, ImageRequest request, ToolOutput output) =>
        (_files, _skipsBad, _output) = (listing.Images, request.SkipsBad, output);

    /// <summary>Lists a folder and checks its files.</summary>
    /// <exception cref="FormatException">There is no image, or one is damaged and bad files are not left out.</exception>
    public static ImageSource Open(string folder, ImageRequest request, ToolOutput output)
    {
        var listing = ImageFolder.List(folder, request.Search);
        foreach (var note in listing.Notes)
            output.WriteError(note);
        output.Progress.Show($"Checking {folder}", listing.Images.Count, report =>
        {
            var done = 0L;
            listing = listing.Checked(path =>
            {
                report(++done);
                ImageFile.Check(path);
            });
        });
        if (!request.SkipsBad)
            listing.Require(Remedy);
        listing.RequireImages();
        var source = new FolderSource(listing, request, output);
        if (listing.Problems.Count > 0)
            source.LeaveOut(listing.Problems.Count, listing.Summary());
        return new(listing.Images.Count, source.Read()) { Warnings = source._warnings };
    }

    private IEnumerable<ImagePlanes> Read()
    {
        var tally = new ImageTally();
        foreach (var path in _files)
        {
            if (TryDecode(path) is not { } image)
                continue;
            tally.Add(path, image);
            yield return image.Planes;
        }

        foreach (var note in tally.Notes())
            Doubt(ScoreWarning.UnusualImages, note);
    }

    private DecodedImage? TryDecode(string path)
    {
        try
        {
            return ImageFile.Read(path);
        }
        catch (FormatException problem)
        {
            if (!_skipsBad)
                throw new FormatException($"{problem.Message} {Remedy}", problem);
            if (_undecoded.Add(path)) // The images may be read several times.
                LeaveOut(1, problem.Message);
            return null;
        }
    }

    private void LeaveOut(int count, string problems)
    {
        _leftOut += count;
        _output.WriteError($"{problems} {(count == 1 ? "It is" : "They are")} left out.");
        _warnings.RemoveAll(warning => warning.Code == ScoreWarning.ImagesLeftOut);
        _warnings.Add(new(ScoreWarning.ImagesLeftOut, $"{_leftOut} files that cannot be read were left out."));
    }

    private void Doubt(string code, string note)
    {
        var warning = new ScoreWarning(code, note);
        if (_warnings.Contains(warning))
            return;
        _warnings.Add(warning);
        _output.WriteError(note);
    }
}
