namespace MLNet.Gan;

/// <summary>The record of a run so far; the samples of its snapshots are among the tensors.</summary>
/// <param name="Elapsed">The time that its steps took.</param>
/// <param name="Watching">The time of that which monitors took.</param>
/// <param name="Reports">The reports.</param>
/// <param name="Findings">The findings of the monitors.</param>
/// <param name="SnapshotSteps">The steps of the snapshots.</param>
/// <param name="Interventions">What was done about findings.</param>
internal sealed record RunLogState(
    TimeSpan Elapsed, TimeSpan Watching, IReadOnlyList<StepReport> Reports, IReadOnlyList<Finding> Findings,
    IReadOnlyList<long> SnapshotSteps, IReadOnlyList<Intervention> Interventions);
