namespace MLNet.Gan;

/// <summary>Lets monitors check a run at every report, and carries out their reactions.</summary>
internal sealed class RunGuard : IDisposable
{
    private const string MonitorEnding = "Monitor";
    private const int Forgotten = 10; // Reports after which a kind that is found again is reported again.

    private readonly Guard _guard;
    private readonly int _reportInterval;
    private readonly Retreat? _retreat;
    private readonly Dictionary<string, long> _seen = [];
    private int _reactions;
    private long _start;

    public RunGuard(Guard guard, GanOptions options, GanNetworks networks)
    {
        (_guard, _reportInterval) = (guard, options.ReportInterval);
        _retreat = guard.RollsBack ? new(networks) : null;
    }

    /// <summary>What reactions have changed so far.</summary>
    public TrainingCorrections Corrections { get; private set; } = new();

    /// <summary>Whether a reaction has ended the run.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The copies of the networks, for checkpoints.</summary>
    public IEnumerable<(string Name, Tensor Value)> Tensors => _retreat?.Tensors ?? [];

    /// <summary>The state besides the tensors, for checkpoints.</summary>
    public GuardState State
    {
        get => new(Corrections, _reactions, _start, new Dictionary<string, long>(_seen), IsOver, _retreat?.Step ?? 0, _retreat?.Updates ?? []);
        set
        {
            (Corrections, _reactions, _start, IsOver) = (value.Corrections, value.Reactions, value.Start, value.IsOver);
            foreach (var (kind, step) in value.Seen)
                _seen[kind] = step;
            if (_retreat is not null)
                (_retreat.Step, _retreat.Updates) = (value.RetreatStep, value.RetreatUpdates);
        }
    }

    /// <summary>Keeps the networks of a new best score, to roll back to.</summary>
    public void KeepBest(long step) => _retreat?.Save(step);

    /// <summary>Returns the findings of a new report that are new, too, and reacts to them.</summary>
    /// <param name="reports">All reports so far.</param>
    /// <param name="scores">All scores so far.</param>
    /// <returns>
    /// The findings, a fatal one only where no reaction answers it, and what was done; null for nothing.
    /// </returns>
    public (IReadOnlyList<Finding> Findings, Intervention? Done) Observe(IReadOnlyList<StepReport> reports, IReadOnlyList<StepScore> scores)
    {
        var history = new RunHistory(
            [.. reports.Skip(Math.Max(0, reports.Count - RunHistory.Longest)).Where(report => report.Step > _start)],
            [.. scores.Where(score => score.Step > _start)]);
        List<Finding> findings = [];
        foreach (var monitor in _guard.Monitors)
        {
            if (monitor.Observe(history) is not { } found)
                continue;
            var finding = found with { Kind = KindOf(monitor) };
            var isNew = !_seen.TryGetValue(finding.Kind, out var last) || finding.Step - last > Forgotten * _reportInterval;
            _seen[finding.Kind] = finding.Step;
            if (!isNew && !finding.IsFatal)
                continue;
            var done = React(monitor, finding);
            findings.Add(finding with { IsFatal = finding.IsFatal && done is null });
            if (done is not null)
                return (findings, done); // What other monitors see is of before.
        }

        return (findings, null);
    }

    public void Dispose() => _retreat?.Dispose();

    /// <summary>The name of a monitor's type without its ending.</summary>
    private static string KindOf(IMonitor monitor)
    {
        var name = monitor.GetType().Name;
        return name.EndsWith(MonitorEnding, StringComparison.Ordinal) ? name[..^MonitorEnding.Length] : name;
    }

    private Intervention? React(IMonitor monitor, Finding finding)
    {
        if (monitor.Reactions.Count == 0)
            return null;
        if (_reactions >= _guard.MaximumReactions)
            return finding.IsFatal ? End(finding, $"ended the run after {_reactions} reactions") : null;
        if (monitor.Reactions.Any(reaction => reaction.EndsRun))
            return End(finding, "ended the run");

        var before = Corrections;
        Corrections = monitor.Reactions.Aggregate(before, (corrections, reaction) => reaction.Apply(corrections, finding.Step));
        if (Corrections == before)
            return finding.IsFatal ? End(finding, "ended the run, since nothing is left to change") : null;
        long? retreat = monitor.Reactions.Any(reaction => reaction.RollsBack) ? _retreat!.Step : null;
        if (retreat is not null)
            _retreat!.Restore();
        (_reactions, _start) = (_reactions + 1, finding.Step);
        _seen.Clear();
        return new(finding.Step, finding.Kind, Corrections.DifferencesFrom(before), retreat);
    }

    private Intervention End(Finding finding, string change)
    {
        IsOver = true;
        return new(finding.Step, finding.Kind, change, RolledBackTo: null);
    }
}
