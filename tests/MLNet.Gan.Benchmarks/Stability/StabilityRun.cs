namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>What is kept of a run.</summary>
/// <param name="Run">Reports, findings, scores and interventions, without the snapshots.</param>
/// <param name="Oracle">The oracle's distance at some steps.</param>
/// <param name="Failure">The message of a run that ended early; null for others.</param>
internal sealed record StabilityRun(TrainingRun Run, IReadOnlyList<StepScore> Oracle, string? Failure)
{
    /// <summary>The same with reactions; null where nothing was found, so that it would be equal bit for bit.</summary>
    public StabilityRun? Protected { get; init; }
}
