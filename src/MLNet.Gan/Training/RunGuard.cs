namespace MLNet.Gan;

/// <summary>Lets monitors check a run at every report, and carries out their reactions.</summary>
internal sealed class RunGuard : IDisposable
{
    private const string MonitorEnding = "Monitor";
    private const int Reports = 10, Comparisons = 5; // So long a finding must be away until it is reported again.

    private readonly Guard _guard;
    private readonly GanOptions _options;
    private readonly long _memory;
    private readonly Retreat? _origin, _best;
    private readonly Dictionary<string, long> _seen = [];
    private int _reactions;
    private long _start;

    public RunGuard(Guard guard, GanOptions options, GanNetworks networks)
    {
        (_guard, _options, _memory) = (guard, options, Math.Max((long)Reports * options.ReportInterval, (long)Comparisons * guard.Interval));
        _origin = guard.RollsBack ? new(networks, "retreat.start") : null;
        _best = guard.RollsBack ? new(networks, "retreat.best") : null;
    }

    /// <summary>What reactions have changed so far.</summary>
    public TrainingCorrections Corrections { get; private set; } = new();

    /// <summary>Whether a reaction has ended the run.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The copies of the networks, for checkpoints.</summary>
    public IEnumerable<(string Name, Tensor Value)> Tensors => [.. _origin?.Tensors ?? [], .. _best?.Tensors ?? []];

    /// <summary>The state besides the tensors, for checkpoints.</summary>
    public GuardState State
    {
        get => new(Corrections, _reactions, _start, new Dictionary<string, long>(_seen), IsOver, _best?.Step ?? 0, _best?.Updates ?? []);
        set
        {
            (Corrections, _reactions, _start, IsOver) = (value.Corrections, value.Reactions, value.Start, value.IsOver);
            foreach (var (kind, step) in value.Seen)
                _seen[kind] = step;
            if (_best is not null)
                (_best.Step, _best.Updates) = (value.RetreatStep, value.RetreatUpdates);
        }
    }

    /// <summary>Keeps the networks with which the run begins, to roll back to.</summary>
    public void KeepStart()
    {
        _origin?.Save(step: 0);
        _best?.Save(step: 0);
    }

    /// <summary>Keeps the networks of a new best score, to roll back to.</summary>
    public void KeepBest(long step) => _best?.Save(step);

    /// <summary>Returns the findings of a new report that are new, too, and reacts to them.</summary>
    /// <param name="reports">All reports so far.</param>
    /// <param name="scores">All scores so far.</param>
    /// <param name="hasBest">Whether there is a best-scored generator, which the run returns when it ends.</param>
    /// <param name="isDue">
    /// Whether the report is due; otherwise it is that of the last step, which a run of more steps does not have: nothing changes.
    /// </param>
    /// <returns>
    /// The findings, a fatal one only where no reaction answers it, and what was done; null for nothing.
    /// </returns>
    public (IReadOnlyList<Finding> Findings, Intervention? Done) Observe(
        IReadOnlyList<StepReport> reports, IReadOnlyList<StepScore> scores, bool hasBest, bool isDue = true)
    {
        var history = new RunHistory(
            [.. reports.Skip(Math.Max(0, reports.Count - RunHistory.Longest)).Where(report => report.Step > _start)],
            [.. scores.Where(score => score.Step > _start)])
        {
            Start = _start,
        };
        List<Finding> findings = [];
        foreach (var (place, monitor) in _guard.Monitors.Index())
        {
            if (monitor.Observe(history) is not { } found)
                continue;
            var finding = found with { Kind = KindOf(monitor) };
            var name = $"{place} {finding.Kind}"; // There may be two of a kind, with other thresholds and reactions.
            var isNew = !_seen.TryGetValue(name, out var last) || finding.Step - last > _memory;
            if (isDue)
                _seen[name] = finding.Step;
            if (!isNew && !finding.IsFatal)
                continue;
            var done = isDue ? React(monitor, finding, hasBest) : AtEnd(monitor, finding, hasBest);
            findings.Add(finding with { IsFatal = finding.IsFatal && done is null });
            if (done is not null)
                return (findings, done); // What other monitors see is of before.
        }

        return (findings, null);
    }

    public void Dispose()
    {
        _origin?.Dispose();
        _best?.Dispose();
    }

    /// <summary>The name of a monitor's type without its ending.</summary>
    private static string KindOf(IMonitor monitor)
    {
        var name = monitor.GetType().Name;
        return name.EndsWith(MonitorEnding, StringComparison.Ordinal) ? name[..^MonitorEnding.Length] : name;
    }

    /// <summary>Carries out a monitor's reactions; a fatal finding without any left ends the run only where there is a best to return.</summary>
    private Intervention? React(IMonitor monitor, Finding finding, bool hasBest)
    {
        var canEnd = finding.IsFatal && hasBest;
        if (monitor.Reactions.Count == 0)
            return null;
        if (_reactions >= _guard.MaximumReactions)
            return canEnd ? End(finding, $"ended the run after {_reactions} reactions") : null;
        if (monitor.Reactions.Any(reaction => reaction.EndsRun))
            return hasBest || !finding.IsFatal ? End(finding, "ended the run") : null;

        var before = Corrections;
        Corrections = monitor.Reactions.Aggregate(before, (corrections, reaction) => reaction.Apply(corrections, finding.Step)
            ?? throw new InvalidOperationException(
                $"{reaction.GetType().Name}.{nameof(IReaction.Apply)} returned null. Return the corrections that it got, where there is nothing to change."));
        if (!before.BalancesLearningRates && !RateBalance.IsSlower(_options, finding.Step))
            Corrections = Corrections with { BalancesLearningRates = false }; // It would change nothing.
        if (Corrections == before)
            return canEnd ? End(finding, "ended the run, since nothing is left to change") : null;
        // The best score is no place to go back to when the networks were failing there already.
        var retreat = !monitor.Reactions.Any(reaction => reaction.RollsBack) ? null : finding.Since > _best!.Step ? _best : _origin;
        retreat?.Restore();
        (_reactions, _start) = (_reactions + 1, finding.Step);
        _seen.Clear();
        return new(finding.Step, finding.Kind, Corrections.DifferencesFrom(before), retreat?.Step);
    }

    /// <summary>A fatal finding at the last step, where there is nothing left to correct.</summary>
    private static Intervention? AtEnd(IMonitor monitor, Finding finding, bool hasBest) => finding.IsFatal && hasBest && monitor.Reactions.Count > 0
        ? new(finding.Step, finding.Kind, "returned the best at the end of the run", RolledBackTo: null)
        : null;

    private Intervention End(Finding finding, string change)
    {
        IsOver = true;
        return new(finding.Step, finding.Kind, change, RolledBackTo: null);
    }
}
