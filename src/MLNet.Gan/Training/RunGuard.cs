namespace MLNet.Gan;

/// <summary>Lets monitors check a run at every report, and carries out their reactions.</summary>
internal sealed class RunGuard : IDisposable
{
    private const string MonitorEnding = "Monitor";
    private const int Reports = 10, Comparisons = 5; // So long a finding must be away until it is reported again.

    private readonly Guard _guard;
    private readonly GanOptions _options;
    private readonly long _memory;
    private readonly IReadOnlyList<Retreat> _retreats; // The start, and the two last best scores in either order.
    private readonly Dictionary<string, long> _seen = [];
    private int _reactions;
    private long _start;

    public RunGuard(Guard guard, GanOptions options, GanNetworks networks)
    {
        (_guard, _options, _memory) = (guard, options, Math.Max((long)Reports * options.ReportInterval, (long)Comparisons * guard.Interval));
        _retreats = guard.RollsBack
            ? [new(networks, "retreat.start"), new(networks, "retreat.best.1"), new(networks, "retreat.best.2")]
            : [];
    }

    /// <summary>What reactions have changed so far.</summary>
    public TrainingCorrections Corrections { get; private set; } = new();

    /// <summary>Whether a reaction has ended the run.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the networks of the last step are not to be returned: a reaction ended the run, or a fatal finding did.</summary>
    public bool RejectsLast { get; private set; }

    /// <summary>The copies of the networks, for checkpoints.</summary>
    public IEnumerable<(string Name, Tensor Value)> Tensors => _retreats.SelectMany(retreat => retreat.Tensors);

    /// <summary>The state besides the tensors, for checkpoints.</summary>
    public GuardState State
    {
        get => new(
            Corrections, _reactions, _start, new Dictionary<string, long>(_seen), IsOver,
            [.. _retreats.Select(retreat => new RetreatState(retreat.Step, retreat.Updates))]);
        set
        {
            (Corrections, _reactions, _start, IsOver) = (value.Corrections, value.Reactions, value.Start, value.IsOver);
            RejectsLast = IsOver;
            foreach (var (kind, step) in value.Seen)
                _seen[kind] = step;
            foreach (var (retreat, state) in _retreats.Zip(value.Retreats))
                (retreat.Step, retreat.Updates) = (state.Step, state.Updates);
        }
    }

    /// <summary>Keeps the networks with which the run begins, to roll back to.</summary>
    public void KeepStart()
    {
        foreach (var retreat in _retreats)
            retreat.Save(step: 0);
    }

    /// <summary>Keeps the networks of a new best score, to roll back to, beside those of the one before.</summary>
    public void KeepBest(long step) => _retreats.Skip(1).MinBy(retreat => retreat.Step)?.Save(step);

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
        StepReport[] since = [.. reports.Where(report => report.Step > _start)];
        var history = new RunHistory([.. since.TakeLast(RunHistory.Longest)], [.. scores.Where(score => score.Step > _start)])
        {
            Start = _start, First = since,
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
        foreach (var retreat in _retreats)
            retreat.Dispose();
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
        Corrections = WithEffect(Corrections, before, finding.Step);
        if (Corrections == before)
            return canEnd ? End(finding, "ended the run, since nothing is left to change") : null;
        var retreat = monitor.Reactions.Any(reaction => reaction.RollsBack) ? RollBack(finding.Since) : null;
        (_reactions, _start) = (_reactions + 1, finding.Step);
        _seen.Clear();
        return new(finding.Step, finding.Kind, Corrections.DifferencesFrom(before), retreat?.Step);
    }

    /// <summary>The corrections without those that would change nothing in this run.</summary>
    private TrainingCorrections WithEffect(TrainingCorrections corrections, TrainingCorrections before, long step) => corrections with
    {
        BalancesLearningRates = corrections.BalancesLearningRates && (before.BalancesLearningRates || RateBalance.IsSlower(_options, step)),
        AugmentationProbability = Augmenter.IsRaisedBy(_options, step, corrections.AugmentationProbability)
            ? corrections.AugmentationProbability
            : before.AugmentationProbability,
    };

    /// <summary>Restores the latest networks from before a finding, and forgets later ones, which were failing already.</summary>
    private Retreat RollBack(long since)
    {
        var retreat = _retreats.Where(kept => kept.Step < since).MaxBy(kept => kept.Step) ?? _retreats[0];
        retreat.Restore();
        foreach (var failing in _retreats.Where(kept => kept.Step > retreat.Step))
            failing.Save(retreat.Step);
        return retreat;
    }

    /// <summary>A fatal finding at the last step, where there is nothing left to correct.</summary>
    private Intervention? AtEnd(IMonitor monitor, Finding finding, bool hasBest)
    {
        RejectsLast |= finding.IsFatal;
        return finding.IsFatal && hasBest && monitor.Reactions.Count > 0
            ? new(finding.Step, finding.Kind, "returned the best at the end of the run", RolledBackTo: null)
            : null;
    }

    private Intervention End(Finding finding, string change)
    {
        IsOver = RejectsLast = true;
        return new(finding.Step, finding.Kind, change, RolledBackTo: null);
    }
}
