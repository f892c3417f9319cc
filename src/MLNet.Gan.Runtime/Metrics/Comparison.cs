namespace MLNet.Gan.Metrics;

/// <summary>The features of real and of generated samples, and the protocol by which they were computed.</summary>
/// <param name="Real">The real samples.</param>
/// <param name="Generated">The generated samples, evaluated with the same networks.</param>
/// <param name="Protocol">How the features were computed; each metric adds its own settings to it.</param>
public sealed record Comparison(FeatureSet Real, FeatureSet Generated, Protocol Protocol)
{
    /// <summary>Creates a score of this comparison.</summary>
    /// <param name="name">The metric's name, such as "recall".</param>
    /// <param name="value">The value.</param>
    /// <param name="settings">The metric's settings, such as "k = 3"; empty if it has none.</param>
    public Score Score(string name, double value, string settings = "") =>
        new(name, value, Protocol with { Settings = settings });

    /// <summary>
    /// Returns random numbers for a metric that draws samples, equal for each comparison of this seed.
    /// </summary>
    internal Random Random() => new(Protocol.Seed);
}
