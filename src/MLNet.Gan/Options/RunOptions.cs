namespace MLNet.Gan;

/// <summary>How a run is carried out: what <see cref="GanOptions"/> compute does not depend on it.</summary>
/// <remarks>Only <see cref="Threads"/> changes the rounding of sums.</remarks>
public sealed record RunOptions
{
    /// <summary>
    /// The number of CPU threads of the training, at least 1; null (default) is one for vectors and all cores for images.
    /// </summary>
    public int? Threads { get; init => field = value is { } threads ? Check.Positive(threads) : null; }

    /// <summary>
    /// The memory that samples may take before they go to a temporary file; null (default) keeps all in memory, on the
    /// device.
    /// </summary>
    public SpillOptions? Spill { get; init; }

    /// <summary>
    /// Whether the allocator of glibc is tuned while <c>Fit</c> runs, which makes steps of convolutions about a fifth faster
    /// (docs/decisions/0007) and lowers the peak memory of reading; default false, since parts of it stay set for the whole
    /// process. With another C library, or where a MALLOC_… variable is set, nothing changes.
    /// </summary>
    public bool TunesAllocator { get; init; }

    /// <summary>Samples of the averaged generator from the same latents through the run; null (default) takes none.</summary>
    public SnapshotOptions? Snapshots { get; init; }

    /// <summary>The checkpoints from which an interrupted run goes on; null (default) writes none.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>
    /// The scoring of the averaged generator during the run, of which the best is returned; null (default) for none.
    /// </summary>
    /// <remarks>Unlike the other members, it decides what is computed: the rows that are held out are not trained on.</remarks>
    public ScoringOptions? Scoring { get; init; }

    /// <summary>The receiver of every report, beside ML.NET's log; null (default) for none.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// Ends training before its next step; <c>Fit</c> then returns what it has, marked as canceled, after a last checkpoint.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }
}
