namespace MLNet.Gan;

/// <summary>The record of a run: reports, findings and snapshots. It passes reports to monitors, progress and log.</summary>
internal sealed class RunLog(GanOptions options, TimeProvider clock, Action<TrainingProgress> tell)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly List<StepReport> _reports = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Snapshot> _snapshots = [];

    /// <summary>The reports so far.</summary>
    public IReadOnlyList<StepReport> Reports => _reports;

    /// <summary>Adds a report. Throws when a monitor returns a fatal finding.</summary>
    public void Add(StepReport report, SnapshotRecorder snapshots)
    {
        var last = _reports.Count > 0 ? _reports[^1].Step : 0;
        if (snapshots.Take(report.Step, last) is { } snapshot)
            _snapshots.Add(snapshot);

        _reports.Add(report);
        tell(new(report.Step, options.Steps, clock.GetElapsedTime(_start), report));
        _findings.AddRange(options.Monitors.Select(monitor => monitor.Observe(report)).OfType<Finding>());
        if (_findings.Find(finding => finding.IsFatal) is { } fatal)
            throw new TrainingFailedException(fatal);
    }

    public TrainingRun Close(long steps, bool isCanceled) =>
        new(steps, isCanceled, clock.GetElapsedTime(_start), _reports, _findings, _snapshots);
}
