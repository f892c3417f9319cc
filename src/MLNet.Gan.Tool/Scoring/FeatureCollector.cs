using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Images;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>Collects the features of images; opens the network at the first images.</summary>
internal sealed class FeatureCollector(ToolOutput output, NetworkRequest network, ImageRequest images) : IDisposable
{
    private IImageScorer? _scorer;

    /// <summary>
    /// Returns stored statistics, or an empty set for the features of images, of which only the first one is tried: what can
    /// go wrong is to do so before hours of work.
    /// </summary>
    public FeatureSource Open(string path, Evidence needs)
    {
        if (!NpzContents.IsAt(path) || NpzContents.Of(path, images.Arrays) is not { HasStatistics: true } contents)
            return OfImages(path, needs);
        var stored = Stored(path, contents);
        var moments = new FeatureSource(path, FeatureSet.Of(stored.Statistics), stored.Protocol, stored.IsCountKnown)
        {
            ImagesBeside = contents.ImageCount,
        };
        if ((needs & ~Evidence.Moments) == 0)
            return moments;
        return contents.Images is not null ? OfImages(path, needs) with { Moments = moments } : throw new FormatException(
            $"'{path}' holds mean and covariance, but a metric needs {needs & ~Evidence.Moments} of each image. Name the "
                + "images themselves.");
    }

    /// <summary>Computes the features of a source that was opened.</summary>
    /// <param name="source">The source.</param>
    /// <param name="journal">A file that keeps them if the work is interrupted; null for none.</param>
    public FeatureSource Compute(FeatureSource source, string? journal = null)
    {
        if (source.Images is not { } pending)
            return source;
        var set = source.Set;
        using var kept = journal is null ? null : new FeatureJournal(journal, source.Origin!, set.Dimension);
        if (kept is { Found: > 0 })
            output.WriteError($"'{journal}', which an interrupted run left, has features of {kept.Found} images. They are not computed again.");
        if (kept is { Dropped: > 0 })
            output.WriteError($"'{journal}' is damaged: the features of {kept.Dropped} images, from the first changed one on, are computed again.");
        output.Progress.Show(source.Name, pending.Count,
            report => new FeatureBatches(_scorer!, network.Batch, set, kept, report).Add(pending.Images));
        return set.Count < 2 ? throw TooFew(source.Name, set.Count)
            : source with
            {
                Images = null,
                Origin = source.Origin! with { RealCount = set.Count },
                Warnings =
                [
                    .. pending.Warnings.Select(warning => warning with { Message = $"'{source.Name}': {warning.Message}" }), .. _scorer!.Warnings,
                ],
            };
    }

    public void Dispose() => _scorer?.Dispose();

    private StoredStatistics Stored(string path, NpzContents contents)
    {
        var stored = StoredStatistics.Load(path, count: null, contents.Mean!, contents.Covariance!);
        return stored.IsCountKnown || images.StatisticsCount is not { } count ? stored
            : StoredStatistics.Load(path, count, contents.Mean!, contents.Covariance!);
    }

    private FeatureSource OfImages(string path, Evidence needs)
    {
        var source = ImageSource.Of(path, images, output);
        if (source.Count < 2)
            throw TooFew(path, source.Count);
        _scorer ??= NetworkTable.Open(network);
        if (needs.HasFlag(Evidence.Logits) && _scorer.Classes == 0)
            throw new FormatException($"A metric needs logits, but the network '{_scorer.Protocol.Network}' has none.");

        FeatureSet Empty() => new(_scorer.FeatureSize, needs.HasFlag(Evidence.Logits) ? _scorer.Classes : 0, needs);
        if (source.Images.FirstOrDefault() is { } first)
            _scorer.Collect([first], Empty());
        return new(path, Empty(), _scorer.Protocol, IsCountKnown: true) { Images = source };
    }

    private static FormatException TooFew(string path, long count) =>
        new($"'{path}' has {count} images that can be read; at least two are needed.");
}
