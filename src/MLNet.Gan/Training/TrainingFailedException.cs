namespace MLNet.Gan;

/// <summary>
/// Thrown when a monitor ends a run, or an exception does, such as one of a user's own loss, metric, monitor or progress
/// (<see cref="Exception.InnerException"/>), after the run had a generator to keep. Nothing that was computed until then is lost.
/// </summary>
/// <param name="finding">The finding that ended the run.</param>
/// <param name="cause">The exception that did; null (default) for a monitor.</param>
public sealed class TrainingFailedException(Finding finding, Exception? cause = null)
    : Exception($"Training stopped at step {finding.Step}: {finding.Message}{(finding.Advice.Length > 0 ? " " : "")}{finding.Advice}", cause)
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

    /// <summary>That generator, where it is one of table rows; null for others.</summary>
    public TabularGanTransformer? TableModel { get; init; }

    /// <summary>That generator before it is a file; the estimator frees it.</summary>
    internal TrainedGan? Best { get; init; }
}
