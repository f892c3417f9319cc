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

    // The keys of all images since the first one of the batch, with known and repeated ones.
    private readonly List<string> _rows = [];

    public void Add(IEnumerable<ImagePlanes> images)
    {
        foreach (var image in images)
        {
            if (journal is null)
                AddNew(image);
            else
                AddOrFind(image, FeatureJournal.Key(image));
            if (_batch.Count == size || _batch.Count == 0)
                Flush();
        }

        Flush();
    }

    private void AddOrFind(ImagePlanes image, string key)
    {
        if (!journal!.Has(key) && !_keys.Contains(key))
        {
            AddNew(image);
            _keys.Add(key);
        }

        _rows.Add(key);
    }

    private void AddNew(ImagePlanes image)
    {
        if (_batch is [var first, ..] && (first.Height, first.Width) != (image.Height, image.Width))
            Flush();
        _batch.Add(image);
    }

    /// <summary>Computes the batch, then adds all rows in the order of the images.</summary>
    private void Flush()
    {
        if (_batch.Count == 0 && _rows.Count == 0)
            return;
        if (_batch.Count > 0 && journal is null)
            scorer.Collect(_batch, set);
        else if (_batch.Count > 0)
        {
            var computed = new FeatureSet(set.Dimension, evidence: Evidence.Features);
            scorer.Collect(_batch, computed);
            journal!.Add(_keys, computed.Features.Span);
        }

        foreach (var key in _rows)
            set.Add(journal!.Find(key));
        _batch.Clear();
        _keys.Clear();
        _rows.Clear();
        report(set.Count);
    }
}
