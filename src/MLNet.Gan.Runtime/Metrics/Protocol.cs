using System.Globalization;

namespace MLNet.Gan.Metrics;

/// <summary>How a score came about. Two scores can be compared only if all of it is equal.</summary>
/// <param name="Network">The name of the network that made the features.</param>
/// <param name="Weights">The first digits of the SHA-256 of its file; empty where it has no file.</param>
/// <param name="Preprocessing">What happened to a sample in front of the network, such as "clean".</param>
/// <param name="RealCount">How many real samples there were.</param>
/// <param name="GeneratedCount">How many generated samples there were.</param>
public sealed record Protocol(
    string Network, string Weights, string Preprocessing, long RealCount, long GeneratedCount)
{
    /// <summary>The name of the classifier that made the logits; empty without one.</summary>
    public string Classifier { get; init; } = "";

    /// <summary>Which real samples, such as "test"; empty by default.</summary>
    public string Split { get; init; } = "";

    /// <summary>What random choices start from.</summary>
    public int Seed { get; init; }

    /// <summary>What the metric was told, such as "ddof 1".</summary>
    public string Settings { get; init; } = "";

    /// <summary>In what this differs from another one, a text for each difference.</summary>
    /// <param name="other">The other protocol.</param>
    public IReadOnlyList<string> Differences(Protocol other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Parts().Zip(other.Parts())
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => $"{pair.First.Name}: {Shown(pair.First.Value)} and {Shown(pair.Second.Value)}")];
    }

    /// <summary>All that is known, on one line.</summary>
    public override string ToString() =>
        string.Join(", ", Parts().Where(part => part.Value.Length > 0).Select(part => $"{part.Name} {part.Value}"));

    private IEnumerable<(string Name, string Value)> Parts() =>
    [
        ("network", Network), ("weights", Weights), ("preprocessing", Preprocessing),
        ("classifier", Classifier), ("real", Text(RealCount)), ("generated", Text(GeneratedCount)),
        ("split", Split), ("seed", Text(Seed)), ("settings", Settings),
    ];

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string value) => value.Length > 0 ? value : "nothing";
}
