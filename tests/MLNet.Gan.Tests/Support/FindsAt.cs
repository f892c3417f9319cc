namespace MLNet.Gan.Tests.Support;

/// <summary>A monitor that finds something at given steps.</summary>
internal sealed record FindsAt(params long[] Steps) : IMonitor
{
    /// <summary>Whether the finding is fatal.</summary>
    public bool IsFatal { get; init; }

    public IReadOnlyList<IReaction> Reactions { get; init; } = [];

    public Finding? Observe(RunHistory history) =>
        Steps.Contains(history.Latest.Step) ? new(history.Latest.Step, "Enough.", IsFatal) : null;

    public override string ToString() => $"FindsAt {string.Join(' ', Steps)}";
}
