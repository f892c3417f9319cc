namespace MLNet.Gan;

/// <summary>The record of a run: reports, findings and snapshots. It passes on reports and findings.</summary>
/// <param name="options">The options of the run.</param>
/// <param name="clock">The clock of the run.</param>
/// <param name="onReport">Receives every report.</param>
/// <param name="onFinding">Receives every finding; null (default) for no receiver.</param>
/// <param name="onIntervention">Receives every intervention; null (default) for no receiver.</param>
internal sealed class RunLog(
    GanOptions options, TimeProvider clock, Action<TrainingProgress> onReport, Action<Finding>? onFinding = null,
    Action<Intervention>? onIntervention = null)
{
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _before, _watching;
    private readonly List<StepReport> _reports = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Intervention> _interventions = [];
    private readonly List<Snapshot> _snapshots = [];

    /// <summary>The clock of the run.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The reports so far.</summary>
    public IReadOnlyList<StepReport> Reports => _reports;

    /// <summary>The step of the last report; 0 before the first one.</summary>
    public long LastStep => _reports is [.., var last] ? last.Step : 0;

    /// <summary>The snapshots so far.</summary>
    public IReadOnlyList<Snapshot> Snapshots => _snapshots;

    /// <summary>The time that the steps took, with those before a checkpoint.</summary>
    public TimeSpan Elapsed => _before + clock.GetElapsedTime(_start);

    /// <summary>The state besides the snapshots' samples, for checkpoints.</summary>
    public RunLogState State => new(
        Elapsed, _watching, _reports, _findings, [.. _snapshots.Select(snapshot => snapshot.Step)], _interventions);

    /// <summary>Goes on with the record of a checkpoint.</summary>
    public void Resume(RunLogState state, IEnumerable<Snapshot> snapshots)
    {
        (_before, _watching) = (state.Elapsed, state.Watching);
        _reports.AddRange(state.Reports);
        _findings.AddRange(state.Findings);
        _interventions.AddRange(state.Interventions);
        _snapshots.AddRange(snapshots);
    }

    /// <summary>Drops what was recorded behind a step.</summary>
    public void DropBehind(long step)
    {
        _reports.RemoveAll(report => report.Step > step);
        _findings.RemoveAll(finding => finding.Step > step);
        _interventions.RemoveAll(done => done.Step > step);
        _snapshots.RemoveAll(snapshot => snapshot.Step > step);
    }

    /// <summary>Adds a report, and a snapshot if one is due.</summary>
    public void Add(StepReport report, SnapshotRecorder snapshots)
    {
        if (snapshots.Take(report.Step, LastStep) is { } snapshot)
            _snapshots.Add(snapshot);
        _reports.Add(report);
    }

    /// <summary>Adds what monitors found in the last report and what was done about it, and passes all on.</summary>
    /// <returns>A fatal finding; null when there is none.</returns>
    public Finding? Add(IReadOnlyList<Finding> findings, Intervention? done)
    {
        var report = _reports[^1];
        var progress = new TrainingProgress(report.Step, options.Steps, Elapsed, report) { Findings = findings };
        TrainingMeter.Record(progress, report.Step - (_reports.Count > 1 ? _reports[^2].Step : 0));
        onReport(progress);
        foreach (var finding in findings)
        {
            _findings.Add(finding);
            TrainingMeter.Record(finding);
            onFinding?.Invoke(finding);
        }

        if (done is not null)
        {
            _interventions.Add(done);
            onIntervention?.Invoke(done);
        }

        return findings.FirstOrDefault(finding => finding.IsFatal);
    }

    /// <summary>Does what belongs to the monitors, whose time is recorded.</summary>
    public T Watch<T>(Func<T> work)
    {
        var start = clock.GetTimestamp();
        var result = work();
        _watching += clock.GetElapsedTime(start);
        return result;
    }

    public TrainingRun Close(long steps, bool isCanceled) => new(steps, isCanceled, Elapsed, _reports, _findings, _snapshots)
    {
        Interventions = _interventions, WatchingTime = _watching,
    };
}
