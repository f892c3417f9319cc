namespace MLNet.Gan.Metrics;

/// <summary>
/// A function from samples to features, by whose distances samples are compared. Safe to call from many threads.
/// </summary>
public interface IFeatureExtractor
{
    /// <summary>The name that scores carry: numbers of two extractors cannot be compared.</summary>
    string Name { get; }

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of the network's file; empty where it has no
    /// file.</summary>
    string Weights => "";

    /// <summary>What it does to a sample in front of the network, such as "clean"; empty for nothing.</summary>
    string Preprocessing => "";

    /// <summary>How many numbers a sample has.</summary>
    int InputSize { get; }

    /// <summary>How many features it gives.</summary>
    int FeatureSize { get; }

    /// <summary>Computes the features of some samples.</summary>
    /// <param name="count">How many samples.</param>
    /// <param name="samples">count × InputSize numbers, sample by sample.</param>
    /// <param name="features">Where count × FeatureSize numbers go.</param>
    void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features);
}
