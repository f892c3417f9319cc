namespace MLNet.Gan;

/// <summary>
/// The interval and size of snapshots: samples from fixed latents (and, with classes, each class in turn).
/// </summary>
public sealed record SnapshotOptions
{
    /// <summary>
    /// The number of steps between two snapshots, at least 1; default 500. Snapshots are taken with reports.
    /// </summary>
    public int Interval { get; init => field = Check.Positive(value); } = 500;

    /// <summary>The number of samples in a snapshot, at least 1; default 10.</summary>
    public int Count { get; init => field = Check.Positive(value); } = 10;
}
