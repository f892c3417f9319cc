using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>Computes features in batches of images of equal size, in the order of the images.</summary>
/// <param name="scorer">The network.</param>
/// <param name="size">The images of a batch.</param>
/// <param name="set">The set to add to.</param>
/// <param name="journal">Features that are known, and where to keep new ones; null for none.</param>
/// <param name="report">Called with the number of images that are done.</param>
internal sealed class FeatureBatches(
    IImageScorer scorer, int size, FeatureSet set, FeatureJournal? journal, Action<long> report)
{
    private readonly List<ImagePlanes> _batch = [];
    private readonly List<string> _keys = [];

    public void Add(IEnumerable<ImagePlanes> images)
    {
        foreach (var image in images)
        {
            if (_batch.Count == size || _batch is [var first, ..] && (first.Height, first.Width) != (image.Height, image.Width))
                Flush();
            if (journal is null)
                _batch.Add(image);
            else
                AddOrFind(image, FeatureJournal.Key(image));
        }

        Flush();
    }

    private void AddOrFind(ImagePlanes image, string key)
    {
        if (journal!.Find(key) is { } known)
        {
            Flush();
            set.Add(known);
            report(set.Count);
            return;
        }

        _batch.Add(image);
        _keys.Add(key);
    }

    private void Flush()
    {
        if (_batch.Count == 0)
            return;
        if (journal is null)
            scorer.Collect(_batch, set);
        else
        {
            var computed = new FeatureSet(set.Dimension, evidence: Evidence.Features);
            scorer.Collect(_batch, computed);
            journal.Add(_keys, computed.Features.Span);
            set.Add(computed.Features.Span);
        }

        _batch.Clear();
        _keys.Clear();
        report(set.Count);
    }
}
