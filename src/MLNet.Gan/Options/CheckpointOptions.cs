namespace MLNet.Gan;

/// <summary>
/// Checkpoints of a run: files from which <c>Fit</c> goes on after the process was stopped, with the result that it would
/// have had without the stop, bit for bit on the CPU.
/// </summary>
/// <remarks>
/// <para>
/// <c>Fit</c> resumes by itself from the newest checkpoint in the folder. It refuses one of other options or other data;
/// only <see cref="GanOptions.Steps"/> may have changed, to train on. A damaged checkpoint is reported to ML.NET's log, and
/// the one before it is used.
/// </para>
/// <para>
/// A checkpoint is also written at the end of a run and when it is canceled. It is a file of the safetensors format, with
/// the rest of the run's state as JSON among its metadata. Its size is that of the networks, the average and the optimizers'
/// moments: with <see cref="Adam"/> about 4 times the generator's weights and 3 times the discriminator's.
/// </para>
/// </remarks>
public sealed record CheckpointOptions
{
    /// <summary>The folder of the checkpoints of one run, which is created if it does not exist.</summary>
    public required string Folder { get; init => field = Check.Name(value); }

    /// <summary>The number of steps between two checkpoints, at least 1; null (default) goes by <see cref="Every"/>.</summary>
    public int? Interval { get; init => field = value is { } steps ? Check.Positive(steps) : null; }

    /// <summary>The time between two checkpoints, greater than 0, where Interval is null; default 5 minutes.</summary>
    public TimeSpan Every
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw Check.OutOfRange(nameof(Every), value, "greater than 0");
    } = TimeSpan.FromMinutes(5);

    /// <summary>The number of checkpoints to keep, the newest ones, at least 1; default 2.</summary>
    public int Keep { get; init => field = Check.Positive(value); } = 2;

    /// <summary>Whether to begin anew and delete the checkpoints in the folder; default false.</summary>
    public bool Restart { get; init; }
}
