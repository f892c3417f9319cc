namespace MLNet.Gan;

/// <summary>Thrown when a monitor ends a run.</summary>
public sealed class TrainingFailedException(Finding finding)
    : Exception($"Training stopped at step {finding.Step}: {finding.Message}")
{
    /// <summary>The finding that ended the run.</summary>
    public Finding Finding { get; } = finding;

    /// <summary>The reports, findings and snapshots until then, and the path of the newest checkpoint, from which an earlier
    /// state can be had; null for an exception that the library did not make.</summary>
    public TrainingRun? Run { get; init; }
}
