using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Images;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>
/// Collects the features of images in three steps, so that what can go wrong does so before hours of work: all sides are opened and the
/// first image of each is tried, then all images are checked, then their features are computed.
/// </summary>
internal sealed class FeatureCollector(ToolOutput output, NetworkRequest network) : IDisposable
{
    private IImageScorer? _scorer;

    /// <summary>
    /// Opens sides, each as stored statistics or as an empty set for the features of images; the network is opened before any image.
    /// </summary>
    /// <param name="needs">What the metrics need.</param>
    /// <param name="sides">The paths, and how they are read.</param>
    public IReadOnlyList<FeatureSource> Open(Evidence needs, params IReadOnlyList<(string Path, ImageRequest Request)> sides)
    {
        foreach (var (path, _) in sides)
            ImageSource.Require(path);
        string[] archives = [.. sides.Select(side => side.Path).Where(NpzContents.IsAt)];
        var contents = sides.Select(side => archives.Contains(side.Path)
            ? NpzContents.Of(side.Path, side.Request.Arrays, [.. archives.Where(path => path != side.Path)])
            : null).ToList();
        var moments = sides.Select((side, i) => contents[i] is { HasStatistics: true } found ? Moments(side.Path, found, side.Request) : null)
            .ToList();
        if (sides.Count(side => side.Request.StatisticsCount is not null) > 1 && moments.TrueForAll(side => side is { WasCountGiven: true }))
            throw new FormatException("Neither side's statistics contain the number of their images, and one number cannot be given for both. "
                + "Add each by 'gan-fid stats FILE.npz --count N -o NEW.npz'.");

        var isEnough = (needs & ~Evidence.Moments) == 0;
        foreach (var (i, (path, _)) in sides.Index())
        {
            if (!isEnough && contents[i] is { Images: null })
                throw new FormatException($"'{path}' holds mean and covariance, but a metric needs {needs & ~Evidence.Moments} of each "
                    + "image. Name the images themselves.");
        }

        if (!isEnough || moments.Contains(null))
            OpenNetwork(needs);
        return
        [
            .. sides.Select((side, i) => isEnough && moments[i] is { } stored ? stored
                : OfImages(side.Path, side.Request with { Arrays = new(Images: contents[i]?.Images) }, needs) with { Moments = moments[i] }),
        ];
    }

    /// <summary>Checks all images of a source that was opened.</summary>
    public static FeatureSource Check(FeatureSource source)
    {
        if (source.Images?.Check is not { } check)
            return source;
        var images = check();
        return images.Count < 2 ? throw TooFew(source.Name, images.Count) : source with { Images = images };
    }

    /// <summary>Computes the features of a source that was checked.</summary>
    /// <param name="source">The source.</param>
    /// <param name="journal">A file that keeps them if the work is interrupted; null for none.</param>
    public FeatureSource Compute(FeatureSource source, string? journal = null)
    {
        if (source.Images is not { } pending)
            return source;
        var set = source.Set;
        using var kept = journal is null ? null : new FeatureJournal(journal, source.Origin!, set.Dimension);
        if (kept is { Found: > 0 })
            TakeUp(pending, set, journal!, kept.Found);
        if (kept is { Dropped: > 0 })
            output.WriteError($"'{journal}' is damaged: the features of {kept.Dropped} images, from the first changed one on, are computed again.");
        output.Progress.Show(source.Name, pending.Count,
            report => new FeatureBatches(_scorer!, network.Batch, set, kept, report).Add(pending.Images));
        if (set.Count < 2)
            throw TooFew(source.Name, set.Count);
        ScoreWarning[] ofImages = [.. pending.Warnings.Select(warning => Of(source.Name, warning))];
        return source with
        {
            Images = null,
            Origin = source.Origin! with { RealCount = set.Count },
            Warnings = [.. ofImages, .. _scorer!.Warnings],
            UnsaidWarnings = [.. pending.AreWarningsSaid ? [] : ofImages, .. _scorer.Warnings],
        };
    }

    public void Dispose() => _scorer?.Dispose();

    /// <summary>Returns a warning that names the side.</summary>
    private static ScoreWarning Of(string name, ScoreWarning warning) => warning with { Message = $"'{name}': {warning.Message}" };

    private static FeatureSource Moments(string path, NpzContents contents, ImageRequest request)
    {
        StoredStatistics Load(long? count) => StoredStatistics.Load(path, count, contents.Mean!, contents.Covariance!);
        var stored = Load(null);
        var isGiven = !stored.IsCountKnown && request.StatisticsCount is not null;
        if (isGiven)
            stored = Load(request.StatisticsCount);
        ScoreWarning[] warnings = [.. stored.Warnings.Select(warning => Of(path, warning))];
        return new(path, FeatureSet.Of(stored.Statistics), stored.Protocol, stored.IsCountKnown)
        {
            ImagesBeside = contents.ImageCount,
            WasCountGiven = isGiven,
            Warnings = warnings,
            UnsaidWarnings = warnings,
        };
    }

    private void OpenNetwork(Evidence needs)
    {
        _scorer ??= NetworkTable.Open(network);
        if (needs.HasFlag(Evidence.Logits) && _scorer.Classes == 0)
            throw new FormatException($"A metric needs logits, but the network '{_scorer.Protocol.Network}' has none.");
    }

    private FeatureSource OfImages(string path, ImageRequest request, Evidence needs)
    {
        var source = ImageSource.Of(path, request, _scorer!.Refusal, output);
        if (source.Count < 2)
            throw TooFew(path, source.Count);
        FeatureSet Empty() => new(_scorer.FeatureSize, needs.HasFlag(Evidence.Logits) ? _scorer.Classes : 0, needs);
        if (source.Images.FirstOrDefault() is { } first)
            _scorer.Collect([first], Empty());
        return new(path, Empty(), _scorer.Protocol, IsCountKnown: true) { Images = source };
    }

    /// <summary>Says what is known already, and tries the network on several images, since there may be too few new ones.</summary>
    private void TakeUp(ImageSource images, FeatureSet set, string journal, int found)
    {
        output.WriteError($"'{journal}', which an interrupted run left, has features of {found} images. They are not computed again.");
        ImagePlanes[] first = [.. images.Images.Take(4)];
        if (first.All(image => (image.Height, image.Width) == (first[0].Height, first[0].Width)))
            _scorer!.Collect(first, new(set.Dimension, evidence: Evidence.Features));
    }

    private static FormatException TooFew(string path, long count) =>
        new($"'{path}' has {count} images that can be read; at least two are needed.");
}
