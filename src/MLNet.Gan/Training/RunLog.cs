namespace MLNet.Gan;

/// <summary>The record of a run: reports, findings and snapshots. It passes reports on, and lets monitors check them.</summary>
/// <param name="options">The options of the run.</param>
/// <param name="clock">The clock of the run.</param>
/// <param name="onReport">Receives every report.</param>
/// <param name="onFinding">Receives every finding; null (default) for no receiver.</param>
internal sealed class RunLog(
    GanOptions options, TimeProvider clock, Action<TrainingProgress> onReport, Action<Finding>? onFinding = null)
{
    private const string MonitorEnding = "Monitor";

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

    /// <summary>Adds a report.</summary>
    /// <returns>A fatal finding; null when there is none.</returns>
    public Finding? Add(StepReport report, SnapshotRecorder snapshots)
    {
        var last = _reports.Count > 0 ? _reports[^1].Step : 0;
        if (snapshots.Take(report.Step, last) is { } snapshot)
            _snapshots.Add(snapshot);

        _reports.Add(report);
        var progress = new TrainingProgress(report.Step, options.Steps, Elapsed, report);
        TrainingMeter.Record(progress, report.Step - last);
        onReport(progress);
        Finding[] findings = [.. options.Monitors.Select(monitor => FindingOf(monitor, report)).OfType<Finding>()];
        foreach (var finding in findings)
        {
            _findings.Add(finding);
            TrainingMeter.Record(finding);
            onFinding?.Invoke(finding);
        }

        return Array.Find(findings, finding => finding.IsFatal);
    }

    public TrainingRun Close(long steps, bool isCanceled) =>
        new(steps, isCanceled, Elapsed, _reports, _findings, _snapshots);

    private static Finding? FindingOf(IMonitor monitor, StepReport report)
    {
        var name = monitor.GetType().Name;
        return monitor.Observe(report) is not { } finding ? null : finding with
        {
            Kind = name.EndsWith(MonitorEnding, StringComparison.Ordinal) ? name[..^MonitorEnding.Length] : name,
        };
    }
}
