using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Images;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>Collects the features of images; opens the network at the first images.</summary>
internal sealed class FeatureCollector(ToolOutput output, NetworkRequest network, ImageRequest images) : IDisposable
{
    private IImageScorer? _scorer;

    /// <summary>Returns the features of a path: stored statistics, or the network's features of images.</summary>
    public FeatureSource Of(string path, Evidence needs)
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

    public void Dispose() => _scorer?.Dispose();

    private StoredStatistics Stored(string path, NpzContents contents)
    {
        var stored = StoredStatistics.Load(path, count: null, contents.Mean!, contents.Covariance!);
        return stored.IsCountKnown || images.StatisticsCount is not { } count ? stored
            : StoredStatistics.Load(path, count, contents.Mean!, contents.Covariance!);
    }

    private FeatureSource OfImages(string path, Evidence needs)
    {
        var skipped = 0;
        var source = ImageSource.Of(path, images, damage =>
        {
            skipped++;
            output.WriteError($"{damage.Message} It is left out.");
        });
        _scorer ??= NetworkTable.Open(network);
        if (needs.HasFlag(Evidence.Logits) && _scorer.Classes == 0)
            throw new FormatException($"A metric needs logits, but the network '{_scorer.Protocol.Network}' has none.");

        var set = new FeatureSet(_scorer.FeatureSize, needs.HasFlag(Evidence.Logits) ? _scorer.Classes : 0, needs);
        output.Progress.Show(path, source.Count, report => Gather(source.Images, set, done => report(done + skipped)));
        return set.Count >= 2
            ? new(path, set, _scorer.Protocol with { RealCount = set.Count }, IsCountKnown: true)
            {
                Warnings = [.. source.Warnings, .. _scorer.Warnings],
            }
            : throw new FormatException($"'{path}' has {set.Count} images that can be read; at least two are needed.");
    }

    /// <summary>Computes features in batches of images of equal size.</summary>
    private void Gather(IEnumerable<ImagePlanes> all, FeatureSet set, Action<long> report)
    {
        List<ImagePlanes> batch = [];
        foreach (var image in all)
        {
            var isFull = batch.Count == network.Batch;
            if (isFull || batch is [var first, ..] && (first.Height, first.Width) != (image.Height, image.Width))
                Flush();
            batch.Add(image);
        }

        if (batch.Count > 0)
            Flush();

        void Flush()
        {
            _scorer!.Collect(batch, set);
            batch.Clear();
            report(set.Count);
        }
    }
}
