using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>The real and generated features to compare.</summary>
internal sealed record FeatureComparison(FeatureSource Real, FeatureSource Generated)
{
    private const string Unknown = "unknown";

    /// <summary>Checks that the sides come from the same network, which needs none of their features.</summary>
    /// <param name="metrics">The metrics that will be measured.</param>
    /// <exception cref="FormatException">They do not.</exception>
    public FeatureComparison Checked(IEnumerable<IMetric> metrics)
    {
        foreach (var metric in metrics)
            Of(metric).Origin();
        return this;
    }

    /// <summary>Computes metrics of the two sides.</summary>
    /// <exception cref="FormatException">The sides come from different networks.</exception>
    public IReadOnlyList<Score> Measure(IEnumerable<IMetric> metrics, int seed) =>
        [.. metrics.SelectMany(metric => Of(metric).Measure(metric, seed))];

    /// <summary>The sides as a metric takes them.</summary>
    private FeatureComparison Of(IMetric metric) => new(Real.For(metric), Generated.For(metric));

    private IEnumerable<Score> Measure(IMetric metric, int seed)
    {
        var origin = Origin() with { RealCount = Real.Count, GeneratedCount = Generated.Count, Seed = seed };
        if (metric.Needs.HasFlag(Evidence.Logits))
            origin = origin with { Classifier = Generated.Origin?.Network ?? "", ClassifierWeights = Generated.Origin?.Weights ?? "" };
        ScoreWarning[] doubts = [.. Doubts(Real).Concat(Doubts(Generated)).Distinct()];
        string beside = $"{Beside("real", Real)}{Beside("generated", Generated)}";
        return metric.Measure(new(Real.Set, Generated.Set, origin)).Select(score => score with
        {
            Warnings = [.. score.Warnings, .. doubts],
            Protocol = score.Protocol with { Settings = $"{score.Protocol.Settings}{beside}" },
        });
    }

    /// <summary>Returns what a score says of moments that a file has beside images; empty without images.</summary>
    private static string Beside(string side, FeatureSource source) => source.ImagesBeside == 0 ? ""
        : $", {side} moments of {(source.IsCountKnown ? source.Count : "unknown many")} images beside the {source.ImagesBeside} in the file";

    private Protocol Origin()
    {
        if (Real.Set.Dimension != Generated.Set.Dimension)
            throw new FormatException($"'{Real.Name}' has {Real.Set.Dimension} features and '{Generated.Name}' "
                + $"{Generated.Set.Dimension}; both must come from the same network.");
        var (real, generated) = (Bare(Real.Origin), Bare(Generated.Origin));
        // Not FID: the names that the authors gave are those of their network on both sides.
        var known = (real, generated) is ({ }, { }) ? real
            : (real ?? generated) is { } one ? one with { Network = $"{one.Network} and {Unknown}" }
            : new(Unknown, "", "", 0, 0);
        var differences = real is null || generated is null ? [] : real.Differences(generated);
        return differences.Count == 0 ? known : throw new FormatException(
            $"'{Real.Name}' and '{Generated.Name}' cannot be compared, since their features were computed differently "
                + $"({string.Join("; ", differences)}). Compute both in the same way.");
    }

    /// <summary>Returns what both sides must have in common: the protocol without the numbers of images.</summary>
    private static Protocol? Bare(Protocol? origin) =>
        origin is null ? null : new(origin.Network, origin.Weights, origin.Preprocessing, 0, 0);

    private static IEnumerable<ScoreWarning> Doubts(FeatureSource side)
    {
        foreach (var warning in side.Warnings)
            yield return warning;
        if (!side.IsCountKnown)
            yield return new(ScoreWarning.UnknownCount,
                $"'{side.Name}' does not contain the number of its images; --moments-count N gives it, and 'gan-fid stats' with --count adds it.");
        if (side.Origin is null)
            yield return new(ScoreWarning.UnknownOrigin,
                $"'{side.Name}' does not contain the network of its features; if it was another one, the score is "
                    + "meaningless.");
    }
}
