namespace MLNet.Gan.Benchmarks.Metrics;

/// <summary>A turn of both sides with equally many threads, for one image.</summary>
internal sealed record InceptionTurn(InceptionTime Ours, InceptionTime Theirs);
