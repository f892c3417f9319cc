namespace MLNet.Gan.Metrics;

/// <summary>A metric of which a part depends on the real samples alone, so that several comparisons with them can share it.</summary>
internal interface IReferenceMetric : IMetric
{
    /// <summary>Returns the metric for comparisons of a seed with these real samples; its scores are the same.</summary>
    IMetric For(FeatureSet real, int seed);
}
