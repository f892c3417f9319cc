using System.Security.Cryptography;

namespace MLNet.Gan;

/// <summary>Where a run begins: with new networks, with those of an earlier run, or with its own newest checkpoint.</summary>
internal sealed class RunStart : IDisposable
{
    private readonly GanOptions _options;
    private readonly RunOptions _run;
    private readonly Action<string> _warn;
    private readonly string _warmStartHash = "";
    private readonly Checkpoint? _warmStart;
    private readonly CheckpointFolder? _folder;
    private readonly Checkpoint? _newest;

    /// <summary>Reads what there is, before the data are read.</summary>
    /// <param name="options">The options.</param>
    /// <param name="run">The run's checkpoints and scoring.</param>
    /// <param name="warmStart">The path of the checkpoint whose networks to begin with; null for new ones.</param>
    /// <param name="warn">Receives a sentence for each checkpoint that is damaged or cannot be written.</param>
    /// <exception cref="FormatException">The warm start is no checkpoint.</exception>
    /// <exception cref="InvalidOperationException">The folder's checkpoints are of other options, or all damaged.</exception>
    /// <exception cref="IOException">A file cannot be read or written, or another run uses the folder.</exception>
    public RunStart(GanOptions options, RunOptions run, string? warmStart, Action<string> warn)
    {
        (_options, _run, _warn) = (options, run, warn);
        try
        {
            if (warmStart is not null)
            {
                using var file = File.OpenRead(warmStart);
                _warmStartHash = Convert.ToHexStringLower(SHA256.HashData(file));
                _warmStart = Checkpoint.Read(warmStart);
            }

            if (run.Checkpoint is not { } checkpoints)
                return;
            _folder = CheckpointFolder.Open(checkpoints); // Behind the warm start, which Restart may delete.
            _newest = _folder.Newest(warn);
            if (_newest is not null)
                RequireSame(Identity(_newest.State.Identity.Data));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The step of the checkpoint from which the run goes on; null for none.</summary>
    public long? ResumedAt => _newest?.State.Step;

    /// <summary>Brings a trainer to the start.</summary>
    /// <param name="trainer">The trainer, which is new.</param>
    /// <param name="samples">Its data.</param>
    /// <returns>The recorder of the run's checkpoints; null for none.</returns>
    /// <exception cref="InvalidOperationException">The checkpoint is of other data or networks.</exception>
    public CheckpointRecorder? Begin(GanTrainer trainer, SampleSet samples)
    {
        var identity = _run.Checkpoint is null ? null : Identity(samples.Digest());
        var recorder = identity is null ? null
            : new CheckpointRecorder(_folder!, _run.Checkpoint!, identity, TimeProvider.System, _warn);
        try
        {
            if (_newest is not null)
            {
                RequireSame(identity!);
                trainer.Resume(_newest);
                if (_newest.State.Processor != trainer.Processor)
                    _warn($"Checkpoint '{_newest.Path}' was computed by {_newest.State.Processor}, and the run goes on with {trainer.Processor}: "
                        + "it rounds otherwise, and does not end bit for bit as without the stop.");
                recorder!.Resume(_newest.Path!, _newest.State.Step);
            }
            else if (_warmStart is not null)
            {
                trainer.StartFrom(_warmStart);
            }
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException(
                $"Checkpoint '{(_newest ?? _warmStart)!.Path}' does not fit these options. {e.Message} Use the options that it "
                    + "was written with.",
                e);
        }

        return recorder;
    }

    /// <summary>Frees the checkpoints, and gives the folder back.</summary>
    public void Dispose()
    {
        _warmStart?.Dispose();
        _newest?.Dispose();
        _folder?.Dispose();
    }

    private RunIdentity Identity(string data) =>
        new($"{OptionsText.Of(_options, except: nameof(GanOptions.Steps))}\n{RunSettings.ThatDecide(_run, _options)}", data, _warmStartHash);

    private void RequireSame(RunIdentity identity)
    {
        var state = _newest!.State;
        var differences = identity.DifferencesFrom(state.Identity);
        if (differences.Count > 0)
            throw new InvalidOperationException(
                $"Checkpoint '{_newest.Path}' is of another run: {string.Join("; ", differences)}. Train with the same "
                    + $"options and data to resume it, choose another {nameof(CheckpointOptions)}."
                    + $"{nameof(CheckpointOptions.Folder)}, or set {nameof(CheckpointOptions.Restart)} to delete it and begin anew.");
        if (state.Step > _options.Steps)
            throw new InvalidOperationException(
                $"Checkpoint '{_newest.Path}' is of step {state.Step}, but {nameof(GanOptions.Steps)} is {_options.Steps}. Set at "
                    + $"least {state.Step} steps, or {nameof(CheckpointOptions.Restart)} to delete it and begin anew.");
    }
}
