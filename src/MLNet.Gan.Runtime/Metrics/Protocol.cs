using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>The conditions under which a score was computed. Two scores are comparable only if all are equal.</summary>
/// <param name="Network">The name of the network that computed the features.</param>
/// <param name="Weights">The first digits of the SHA-256 of its file; empty without a file.</param>
/// <param name="Preprocessing">The preprocessing of samples, such as "clean".</param>
/// <param name="RealCount">The number of real samples; 0 if unknown.</param>
/// <param name="GeneratedCount">The number of generated samples; 0 if unknown.</param>
public sealed record Protocol(
    string Network, string Weights, string Preprocessing, long RealCount, long GeneratedCount)
{
    /// <summary>The name of the classifier that computed the logits; empty without one.</summary>
    public string Classifier { get; init; } = "";

    /// <summary>The first digits of the SHA-256 of the classifier's file; empty without a file.</summary>
    public string ClassifierWeights { get; init; } = "";

    /// <summary>The split of the real samples, such as "test"; empty by default.</summary>
    public string Split { get; init; } = "";

    /// <summary>The seed of random choices.</summary>
    public int Seed { get; init; }

    /// <summary>The metric's settings, such as "ddof 1".</summary>
    public string Settings { get; init; } = "";

    /// <summary>Returns the differences from another protocol, a text for each.</summary>
    /// <param name="other">The other protocol.</param>
    public IReadOnlyList<string> Differences(Protocol other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Parts().Zip(other.Parts())
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => $"{pair.First.Name}: {Shown(pair.First.Value)} and {Shown(pair.Second.Value)}")];
    }

    /// <summary>Returns the whole protocol on one line.</summary>
    public override string ToString() =>
        string.Join(", ", Parts().Where(part => part.Value.Length > 0).Select(part => $"{part.Name} {part.Value}"));

    private IEnumerable<(string Name, string Value)> Parts() =>
    [
        ("network", Network), ("weights", Weights), ("preprocessing", Preprocessing),
        ("classifier", Classifier), ("classifier weights", ClassifierWeights), ("real", Samples(RealCount)), ("generated", Samples(GeneratedCount)),
        ("split", Split), ("seed", Text(Seed)), ("settings", Settings),
    ];

    private static string Samples(long count) => count == 0 ? "unknown" : Text(count);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string value) => value.Length > 0 ? value : "nothing";
}
