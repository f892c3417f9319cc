using MLNet.Gan.Benchmarks.Stability;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>What a run came to.</summary>
internal sealed record Outcome
{
    /// <summary>Why there are no scores; null where there are.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the failure came from the training, and not from the program.</summary>
    public bool IsDiverged { get; init; }

    /// <summary>The numbers that the run is judged by.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = new Dictionary<string, double>();

    /// <summary>The generator's updates.</summary>
    public long Steps { get; init; }

    /// <summary>The time of <c>Fit</c>: reading the data, training, export.</summary>
    public double WallSeconds { get; init; }

    /// <summary>The processor's time of <c>Fit</c>.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>The record of a run of the stability benchmark; null for others.</summary>
    public StabilityRun? Stability { get; init; }

    /// <summary>Some generated samples for a picture.</summary>
    public IReadOnlyList<float[]> Samples { get; init; } = [];
}
