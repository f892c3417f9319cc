namespace MLNet.Gan.Benchmarks.Running;

/// <summary>A turn of both sides of a race at equal work.</summary>
internal sealed record Turn(Elapsed Ours, Elapsed Theirs);
