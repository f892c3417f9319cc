namespace MLNet.Gan.Benchmarks.Running;

/// <summary>An outcome with all that is needed to tell where it comes from.</summary>
internal sealed record JobResult
{
    public required string Benchmark { get; init; }

    public required string Variant { get; init; }

    public required string Data { get; init; }

    public required int Seed { get; init; }

    public required string Setup { get; init; }

    public required string Commit { get; init; }

    public required string Machine { get; init; }

    public required DateTime FinishedUtc { get; init; }

    public required Outcome Outcome { get; init; }

    public static JobResult Of(IBenchmark benchmark, Job job, Outcome outcome) => new()
    {
        Benchmark = benchmark.Name, Variant = job.Variant, Data = job.Data, Seed = job.Seed, Setup = job.Setup,
        Commit = Origin.Commit, Machine = Origin.Machine, FinishedUtc = DateTime.UtcNow, Outcome = outcome,
    };
}
