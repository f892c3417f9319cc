namespace MLNet.Gan.Metrics;

/// <summary>An extractor that can answer together with another one, in one pass of their network.</summary>
internal interface IJointExtractor : IFeatureExtractor
{
    /// <summary>Computes both answers, if the other one is of the same network.</summary>
    /// <param name="other">The other extractor.</param>
    /// <param name="count">How many samples.</param>
    /// <param name="samples">The samples, one after another.</param>
    /// <param name="features">Where this one's features go.</param>
    /// <param name="answers">Where the other one's go.</param>
    /// <returns>False when nothing was computed, since the other one's network is another.</returns>
    bool ExtractWith(
        IFeatureExtractor other, int count, ReadOnlyMemory<float> samples, Memory<float> features, Memory<float> answers);
}
