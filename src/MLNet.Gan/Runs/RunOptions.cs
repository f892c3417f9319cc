namespace MLNet.Gan;

/// <summary>How a run is carried out, monitored and scored.</summary>
/// <remarks>
/// What <see cref="GanOptions"/> compute depends only on <see cref="Scoring"/>, which holds rows out, on the reactions of the
/// <see cref="Guard"/>, and on <see cref="Threads"/>, which change the rounding of sums.
/// </remarks>
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
    /// The scoring of the averaged generator during the run, of which the best is returned; default every 500 steps of runs of
    /// 1 000 or more, with a tenth of the rows held out where there are 500 or more. Null scores nothing, trains on all rows
    /// and returns the last average.
    /// </summary>
    /// <remarks>It decides what is computed: the rows that are held out are not trained on.</remarks>
    public ScoringOptions? Scoring { get; init; } = new();

    /// <summary>
    /// What monitors the run, and what is done about findings; default <see cref="Guard.Watch"/>, which changes nothing in it.
    /// </summary>
    public Guard Guard { get; init => field = Check.NotNull(value); } = Guard.Watch;

    /// <summary>The receiver of every report, beside ML.NET's log; null (default) for none.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// Ends training before its next step; <c>Fit</c> then returns what it has, marked as canceled, after a last checkpoint.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }
}
