namespace MLNet.Gan;

/// <summary>The record of a run.</summary>
/// <param name="Steps">The number of generator updates done.</param>
/// <param name="IsCanceled">Whether it was canceled.</param>
/// <param name="Elapsed">The duration of the steps.</param>
/// <param name="Reports">The reports.</param>
/// <param name="Findings">The findings of the monitors.</param>
/// <param name="Snapshots">The samples generated during the run, if the options requested them.</param>
public sealed record TrainingRun(
    long Steps,
    bool IsCanceled,
    TimeSpan Elapsed,
    IReadOnlyList<StepReport> Reports,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Snapshot> Snapshots)
{
    /// <summary>The scores of the averaged generator during the run; empty for a run that was not scored.</summary>
    public IReadOnlyList<StepScore> Scores { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The time of <see cref="Elapsed"/> that scoring took.</summary>
    public TimeSpan ScoringTime { get; init; }

    /// <summary>The time of <see cref="Elapsed"/> that the monitors took, with the comparisons of samples for them.</summary>
    public TimeSpan WatchingTime { get; init; }

    /// <summary>How the run was scored and monitored, as lines of text.</summary>
    public string Settings { get; init => field = Check.NotNull(value); } = "";

    /// <summary>What the run did about its findings, in order; empty unless its guard reacts.</summary>
    public IReadOnlyList<Intervention> Interventions { get; init => field = Check.NotNull(value); } = [];

    /// <summary>
    /// The step of the generator that the run returned: the best-scored one, or the last where that is asked for or as good.
    /// </summary>
    public long ReturnedStep { get; init; } = Steps;

    /// <summary>The step with the best score; null without scores.</summary>
    public long? BestStep { get; init; }

    /// <summary>The run's newest checkpoint; null without checkpoints.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>The step of the checkpoint from which the run went on; null for one that began at step 0.</summary>
    public long? ResumedAt { get; init; }
}
