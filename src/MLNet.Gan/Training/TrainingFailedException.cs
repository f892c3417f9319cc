namespace MLNet.Gan;

/// <summary>Thrown when a monitor ends a run.</summary>
public sealed class TrainingFailedException(Finding finding)
    : Exception($"Training stopped at step {finding.Step}: {finding.Message}")
{
    /// <summary>The finding that ended the run.</summary>
    public Finding Finding { get; } = finding;
}
