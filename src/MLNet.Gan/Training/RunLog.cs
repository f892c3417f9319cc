namespace MLNet.Gan;

/// <summary>The record of a run: reports, findings and snapshots. It passes reports to monitors, progress and log.</summary>
internal sealed class RunLog(GanOptions options, TimeProvider clock, Action<TrainingProgress> tell)
{
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _before;
    private readonly List<StepReport> _reports = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Snapshot> _snapshots = [];

    /// <summary>The reports so far.</summary>
    public IReadOnlyList<StepReport> Reports => _reports;

    /// <summary>The snapshots so far.</summary>
    public IReadOnlyList<Snapshot> Snapshots => _snapshots;

    /// <summary>The time that the steps took, with those before a checkpoint.</summary>
    public TimeSpan Elapsed => _before + clock.GetElapsedTime(_start);

    /// <summary>The state besides the snapshots' samples, for checkpoints.</summary>
    public RunLogState State => new(Elapsed, _reports, _findings, [.. _snapshots.Select(snapshot => snapshot.Step)]);

    /// <summary>Goes on with the record of a checkpoint.</summary>
    public void Resume(RunLogState state, IEnumerable<Snapshot> snapshots)
    {
        _before = state.Elapsed;
        _reports.AddRange(state.Reports);
        _findings.AddRange(state.Findings);
        _snapshots.AddRange(snapshots);
    }

    /// <summary>Drops what was recorded behind a step.</summary>
    public void DropBehind(long step)
    {
        _reports.RemoveAll(report => report.Step > step);
        _findings.RemoveAll(finding => finding.Step > step);
        _snapshots.RemoveAll(snapshot => snapshot.Step > step);
    }

    /// <summary>Adds a report. Throws when a monitor returns a fatal finding.</summary>
    public void Add(StepReport report, SnapshotRecorder snapshots)
    {
        var last = _reports.Count > 0 ? _reports[^1].Step : 0;
        if (snapshots.Take(report.Step, last) is { } snapshot)
            _snapshots.Add(snapshot);

        _reports.Add(report);
        tell(new(report.Step, options.Steps, Elapsed, report));
        _findings.AddRange(options.Monitors.Select(monitor => monitor.Observe(report)).OfType<Finding>());
        if (_findings.Find(finding => finding.IsFatal) is { } fatal)
            throw new TrainingFailedException(fatal);
    }

    public TrainingRun Close(long steps, bool isCanceled) =>
        new(steps, isCanceled, Elapsed, _reports, _findings, _snapshots);
}
