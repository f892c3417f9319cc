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
        if (!ImageSource.IsStatistics(path))
            return OfImages(path, needs);
        if ((needs & ~Evidence.Moments) != 0)
            throw new FormatException($"'{path}' holds mean and covariance, but a metric needs "
                + $"{needs & ~Evidence.Moments} of each image. Name the images themselves.");

        var stored = Stored(path);
        return new(path, FeatureSet.Of(stored.Statistics), stored.Protocol, stored.IsCountKnown);
    }

    public void Dispose() => _scorer?.Dispose();

    private StoredStatistics Stored(string path)
    {
        var stored = StoredStatistics.Load(path);
        return stored.IsCountKnown ? stored : StoredStatistics.Load(path, images.StatisticsCount);
    }

    private FeatureSource OfImages(string path, Evidence needs)
    {
        var skipped = 0;
        List<ScoreWarning> warnings = [];
        var source = ImageSource.Of(path, images, damage =>
        {
            skipped++;
            output.WriteError($"{damage.Message} It is left out.");
        }, warnings.Add);
        _scorer ??= NetworkTable.Open(network);
        if (needs.HasFlag(Evidence.Logits) && _scorer.Classes == 0)
            throw new FormatException($"A metric needs logits, but the network '{_scorer.Protocol.Network}' has none.");

        var set = new FeatureSet(_scorer.FeatureSize, needs.HasFlag(Evidence.Logits) ? _scorer.Classes : 0, needs);
        output.Progress.Show(path, source.Count, report => Gather(source.Images, set, done => report(done + skipped)));
        return set.Count >= 2
            ? new(path, set, _scorer.Protocol with { RealCount = set.Count }, IsCountKnown: true)
            {
                Warnings = [.. warnings, .. _scorer.Warnings],
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
