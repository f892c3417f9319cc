namespace MLNet.Gan;

/// <summary>Writes the checkpoints of a run when they are due.</summary>
/// <remarks>One that cannot be written, as on a full disk, is a warning: the run goes on, and the next one may succeed.</remarks>
/// <param name="folder">Where they are.</param>
/// <param name="options">When they are due.</param>
/// <param name="identity">What decides the run's results.</param>
/// <param name="clock">The clock.</param>
/// <param name="warn">Receives a sentence for each one that could not be written.</param>
internal sealed class CheckpointRecorder(
    CheckpointFolder folder, CheckpointOptions options, RunIdentity identity, TimeProvider clock, Action<string> warn)
{
    private long _lastTime = clock.GetTimestamp();
    private long _lastStep;

    /// <summary>The newest checkpoint; null before the first one.</summary>
    public string? Path { get; private set; }

    /// <summary>Goes on with a checkpoint that was read from the folder.</summary>
    public void Resume(string path, long step) => (Path, _lastStep) = (path, step);

    /// <summary>Writes a checkpoint if one is due.</summary>
    public void AfterStep(long step, Func<RunIdentity, Checkpoint?> capture)
    {
        var isDue = options.Interval is { } steps ? step % steps == 0 : clock.GetElapsedTime(_lastTime) >= options.Every;
        if (isDue)
            Write(step, capture);
    }

    /// <summary>Writes a checkpoint of the last step, unless there is one.</summary>
    public void AtEnd(long step, Func<RunIdentity, Checkpoint?> capture)
    {
        if (step != _lastStep)
            Write(step, capture);
    }

    private string Newest => Path is null ? "There is no earlier one." : $"The newest is '{Path}'.";

    private void Write(long step, Func<RunIdentity, Checkpoint?> capture)
    {
        using var scope = NewDisposeScope();
        _lastTime = clock.GetTimestamp();
        try
        {
            if (capture(identity) is { } checkpoint)
                (Path, _lastStep) = (folder.Write(checkpoint), step);
            else
                warn($"No checkpoint was written at step {step}, since weights are not finite. {Newest}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warn($"The checkpoint of step {step} could not be written to '{options.Folder}': {e.Message} {Newest}");
        }
    }
}
