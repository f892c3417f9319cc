namespace MLNet.Gan;

/// <summary>Writes the checkpoints of a run when they are due.</summary>
internal sealed class CheckpointRecorder(
    CheckpointFolder folder, CheckpointOptions options, RunIdentity identity, TimeProvider clock)
{
    private long _lastTime = clock.GetTimestamp();
    private long _lastStep;

    /// <summary>The newest checkpoint; null before the first one.</summary>
    public string? Path { get; private set; }

    /// <summary>Goes on with a checkpoint that was read from the folder.</summary>
    public void Resume(string path, long step) => (Path, _lastStep) = (path, step);

    /// <summary>Writes a checkpoint if one is due.</summary>
    public void AfterStep(long step, Func<RunIdentity, Checkpoint> capture)
    {
        var isDue = options.Interval is { } steps ? step % steps == 0 : clock.GetElapsedTime(_lastTime) >= options.Every;
        if (isDue)
            Write(step, capture);
    }

    /// <summary>Writes a checkpoint of the last step, unless there is one.</summary>
    public void AtEnd(long step, Func<RunIdentity, Checkpoint> capture)
    {
        if (step != _lastStep)
            Write(step, capture);
    }

    private void Write(long step, Func<RunIdentity, Checkpoint> capture)
    {
        using var scope = NewDisposeScope();
        Path = folder.Write(capture(identity));
        (_lastStep, _lastTime) = (step, clock.GetTimestamp());
    }
}
