namespace MLNet.Gan.Metrics;

/// <summary>A way to compare generated samples with real ones by what networks say of them.</summary>
public interface IMetric
{
    /// <summary>What it reads of each side; nothing else is gathered for it.</summary>
    Evidence Needs { get; }

    /// <summary>Computes its scores, most often one.</summary>
    /// <param name="comparison">Both sides, with at least two samples each.</param>
    /// <exception cref="InvalidOperationException">There are too few samples for it.</exception>
    IEnumerable<Score> Measure(Comparison comparison);
}
