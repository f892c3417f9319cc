using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Set">The features of its images.</param>
/// <param name="Origin">How its features were computed; null if unknown.</param>
/// <param name="IsCountKnown">Whether the number of images is known.</param>
internal sealed record FeatureSource(string Name, FeatureSet Set, Protocol? Origin, bool IsCountKnown)
{
    /// <summary>The reasons to doubt its features.</summary>
    public IReadOnlyList<ScoreWarning> Warnings { get; init; } = [];

    /// <summary>The number of images; 0 if unknown.</summary>
    public long Count => IsCountKnown ? Set.Count : 0;
}
