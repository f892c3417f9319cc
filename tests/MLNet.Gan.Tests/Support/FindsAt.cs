namespace MLNet.Gan.Tests.Support;

/// <summary>A monitor that finds something at given steps.</summary>
internal sealed record FindsAt(params long[] Steps) : IMonitor
{
    /// <summary>Whether the finding is fatal.</summary>
    public bool IsFatal { get; init; }

    /// <summary>Since when it is so; null (default) for the step itself.</summary>
    public long? Since { get; init; }

    /// <summary>Receives every history that it is shown.</summary>
    public Action<RunHistory>? Seen { get; init; }

    public IReadOnlyList<IReaction> Reactions { get; init; } = [];

    public Finding? Observe(RunHistory history)
    {
        Seen?.Invoke(history);
        var step = history.Latest.Step;
        return Steps.Contains(step) ? new(step, "Enough.", IsFatal) { Since = Since ?? step } : null;
    }

    public override string ToString() => $"FindsAt {string.Join(' ', Steps)}";
}
