namespace MLNet.Gan.Metrics;

/// <summary>The sample count warning of the metrics that are based on nearest neighbors.</summary>
internal static class SampleCounts
{
    private const int Usual = 10_000;

    /// <summary>Returns a warning for each side with fewer samples.</summary>
    public static IReadOnlyList<ScoreWarning> Warnings(Comparison comparison) =>
        [.. Of("real", comparison.Real.Count), .. Of("generated", comparison.Generated.Count)];

    private static IEnumerable<ScoreWarning> Of(string side, long count)
    {
        if (count < Usual)
            yield return new(ScoreWarning.FewSamples,
                $"Neighbors are farther away in small sets: with {count} {side} samples instead of {Usual} or more, "
                    + "compare the value only with values for the same counts.");
    }
}
