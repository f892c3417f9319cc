namespace MLNet.Gan;

/// <summary>Thrown when a monitor ends a run. Nothing that was computed until then is lost.</summary>
public sealed class TrainingFailedException(Finding finding)
    : Exception($"Training stopped at step {finding.Step}: {finding.Message}{(finding.Advice.Length > 0 ? " " : "")}{finding.Advice}")
{
    /// <summary>The finding that ended the run.</summary>
    public Finding Finding { get; } = finding;

    /// <summary>
    /// The run until then: reports, findings, snapshots, and the path of its newest checkpoint, which is from before the failure;
    /// null for an exception that the library did not make.
    /// </summary>
    public TrainingRun? Run { get; init; }

    /// <summary>
    /// The best-scored generator until then, or, where there is no score, that of the last report before with finite weights;
    /// of the step <see cref="TrainingRun.ReturnedStep"/>. Null when the first report ended the run.
    /// </summary>
    public GanTransformer? Model { get; init; }

    /// <summary>That generator before it is a file; the estimator frees it.</summary>
    internal TrainedGan? Best { get; init; }
}
