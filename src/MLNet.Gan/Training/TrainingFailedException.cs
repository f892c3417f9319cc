namespace MLNet.Gan;

/// <summary>Thrown when a monitor ends a run.</summary>
public sealed class TrainingFailedException(Finding finding)
    : Exception($"Training stopped at step {finding.Step}: {finding.Message}")
{
    /// <summary>The finding that ended the run.</summary>
    public Finding Finding { get; } = finding;

    /// <summary>
    /// The run until then: reports, findings, snapshots, and the path of its newest checkpoint, which is from before the failure;
    /// null for an exception that the library did not make.
    /// </summary>
    public TrainingRun? Run { get; init; }
}
