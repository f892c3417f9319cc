namespace MLNet.Gan.Metrics;

/// <summary>Both sides of a comparison, and how they were made.</summary>
/// <param name="Real">The real samples.</param>
/// <param name="Generated">The generated samples, judged by the same networks.</param>
/// <param name="Protocol">How the features were made; each metric adds its own settings to it.</param>
public sealed record Comparison(FeatureSet Real, FeatureSet Generated, Protocol Protocol)
{
    /// <summary>A score of this comparison.</summary>
    /// <param name="name">The metric's name, such as "recall".</param>
    /// <param name="value">The value.</param>
    /// <param name="settings">What the metric was told, such as "k = 3"; empty where there is nothing to tell.</param>
    public Score Score(string name, double value, string settings = "") =>
        new(name, value, Protocol with { Settings = settings });

    /// <summary>Random numbers for a metric that draws samples: the same for each comparison of this seed.</summary>
    internal Random Random() => new(Protocol.Seed);
}
