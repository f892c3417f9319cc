using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Set">What is known of its images.</param>
/// <param name="Origin">How its features were made; null where that is not known.</param>
/// <param name="IsCountKnown">Whether it is known how many images there were.</param>
internal sealed record FeatureSource(string Name, FeatureSet Set, Protocol? Origin, bool IsCountKnown)
{
    /// <summary>How many images there were; 0 where that is not known.</summary>
    public long Count => IsCountKnown ? Set.Count : 0;
}
