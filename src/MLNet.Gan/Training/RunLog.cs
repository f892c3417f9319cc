namespace MLNet.Gan;

/// <summary>Keeps what a run reports, and tells monitors, progress and log of it.</summary>
internal sealed class RunLog(GanOptions options, TimeProvider clock, Action<TrainingProgress> tell)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly List<StepReport> _reports = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Snapshot> _snapshots = [];

    /// <summary>What was reported so far.</summary>
    public IReadOnlyList<StepReport> Reports => _reports;

    /// <summary>Takes one report in. Throws when a monitor calls it fatal.</summary>
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
