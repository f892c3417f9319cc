namespace MLNet.Gan.Metrics;

/// <summary>
/// A function from samples to features, in whose space samples are compared. Implementations are thread-safe.
/// </summary>
public interface IFeatureExtractor
{
    /// <summary>The name in scores: scores of two extractors are not comparable.</summary>
    string Name { get; }

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of the network's file; empty without a
    /// file.</summary>
    string Weights => "";

    /// <summary>The preprocessing of samples, such as "clean"; empty for none.</summary>
    string Preprocessing => "";

    /// <summary>The number of values of a sample.</summary>
    int InputSize { get; }

    /// <summary>The number of features of a sample.</summary>
    int FeatureSize { get; }

    /// <summary>Computes the features of some samples.</summary>
    /// <param name="count">The number of samples.</param>
    /// <param name="samples">count × InputSize numbers, row-major.</param>
    /// <param name="features">The buffer for count × FeatureSize numbers.</param>
    void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features);
}
