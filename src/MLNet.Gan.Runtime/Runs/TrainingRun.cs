namespace MLNet.Gan;

/// <summary>What happened in a run.</summary>
/// <param name="Steps">The number of generator updates done.</param>
/// <param name="IsCanceled">Whether a cancellation ended it early.</param>
/// <param name="Elapsed">How long the steps took.</param>
/// <param name="Reports">What the steps came to, at every report.</param>
/// <param name="Findings">What monitors noticed.</param>
/// <param name="Snapshots">The samples drawn on the way, if the options asked for them.</param>
public sealed record TrainingRun(
    long Steps,
    bool IsCanceled,
    TimeSpan Elapsed,
    IReadOnlyList<StepReport> Reports,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Snapshot> Snapshots);
