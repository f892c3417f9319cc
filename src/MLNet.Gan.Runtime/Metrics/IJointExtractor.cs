namespace MLNet.Gan.Metrics;

/// <summary>An extractor that can be evaluated together with another output of its network, in one pass.</summary>
internal interface IJointExtractor : IFeatureExtractor
{
    /// <summary>Computes both outputs if the other extractor uses the same network.</summary>
    /// <param name="other">The other extractor.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="samples">The samples, row-major.</param>
    /// <param name="features">The buffer for this extractor's features.</param>
    /// <param name="answers">The buffer for the other extractor's.</param>
    /// <returns>False when nothing was computed, since the other extractor uses another network.</returns>
    bool ExtractWith(
        IFeatureExtractor other, int count, ReadOnlyMemory<float> samples, Memory<float> features, Memory<float> answers);
}
