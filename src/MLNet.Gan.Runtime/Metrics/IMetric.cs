namespace MLNet.Gan.Metrics;

/// <summary>A metric that compares generated samples with real ones by their features or logits.</summary>
public interface IMetric
{
    /// <summary>The statistics that it needs of each side; no others are collected for it.</summary>
    Evidence Needs { get; }

    /// <summary>Computes the metric's scores, in most cases one.</summary>
    /// <param name="comparison">Both sides, with at least two samples each.</param>
    /// <exception cref="InvalidOperationException">There are too few samples for the metric.</exception>
    IEnumerable<Score> Measure(Comparison comparison);
}
