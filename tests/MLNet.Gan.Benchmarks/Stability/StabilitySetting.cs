namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>A set of options on some data.</summary>
/// <param name="Name">The name of the setting.</param>
/// <param name="Data">The data.</param>
/// <param name="Options">The options.</param>
/// <param name="Kinds">The kinds of findings that name its failure rightly; empty for a healthy setting.</param>
internal sealed record StabilitySetting(string Name, StabilityData Data, GanOptions Options, IReadOnlyList<string> Kinds)
{
    /// <summary>Whether it is known to train well.</summary>
    public bool IsHealthy => Kinds.Count == 0;

    /// <summary>Whether thresholds and reactions were set on it.</summary>
    public bool IsTuning { get; init; } = true;

    /// <summary>The step at which the failure is caused, where it is; otherwise null.</summary>
    public int? CausedAt { get; init; }
}
