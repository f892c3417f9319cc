namespace MLNet.Gan;

/// <summary>Everything that decides how a run goes on, as a checkpoint.</summary>
internal sealed class TrainingState(
    GanNetworks networks, ControllerRunner controllers, BatchSampler batches, RunLog log, Generator random)
{
    private const string RandomName = "random", GlobalRandomName = "random.global", SnapshotName = "snapshot.";

    private static readonly string Library = typeof(TrainingState).Assembly.GetName().Version?.ToString() ?? "";

    /// <summary>The state at the end of a step; the caller's scope owns the tensors.</summary>
    public Checkpoint Capture(RunIdentity identity, long step, long images)
    {
        var state = new CheckpointState
        {
            Library = Library,
            Identity = identity,
            Step = step,
            Images = images,
            Rows = batches.Drawn,
            GeneratorUpdates = networks.Generator.Updates,
            DiscriminatorUpdates = networks.Discriminator.Updates,
            Controllers = controllers.State,
            Log = log.State,
        };
        return new(state, Tensors().Append((RandomName, random.get_state())).Append((GlobalRandomName, torch.random.get_rng_state()))
            .Concat(log.Snapshots.Select(snapshot => ($"{SnapshotName}{snapshot.Step}", Samples(snapshot))))
            .ToDictionary(tensor => tensor.Item1, tensor => tensor.Item2.detach().cpu().contiguous()));
    }

    /// <summary>Goes on from a checkpoint.</summary>
    /// <returns>The number of steps done and of images seen.</returns>
    /// <exception cref="FormatException">Its tensors are not those of these networks.</exception>
    public (long Step, long Images) Restore(Checkpoint checkpoint)
    {
        var state = checkpoint.State;
        CopyInto(Tensors(), checkpoint);
        (networks.Generator.Updates, networks.Discriminator.Updates) = (state.GeneratorUpdates, state.DiscriminatorUpdates);
        controllers.State = state.Controllers;
        batches.SkipTo(state.Rows);
        log.Resume(state.Log, state.Log.SnapshotSteps.Select(step => Snapshot(checkpoint, step)));
        random.set_state(Find(checkpoint, RandomName));
        torch.random.set_rng_state(Find(checkpoint, GlobalRandomName));
        return (state.Step, state.Images);
    }

    /// <summary>Begins with the networks of a checkpoint, and nothing else of it.</summary>
    /// <exception cref="FormatException">Its tensors are not those of these networks.</exception>
    public void RestoreWeights(Checkpoint checkpoint) => CopyInto(networks.Weights, checkpoint);

    private IEnumerable<(string Name, Tensor Value)> Tensors() =>
        [.. networks.Weights, .. networks.Moments, ("controllers", controllers.Sums)];

    private static void CopyInto(IEnumerable<(string Name, Tensor Value)> tensors, Checkpoint checkpoint)
    {
        using var _ = no_grad();
        foreach (var (name, live) in tensors)
        {
            var saved = Find(checkpoint, name);
            if (!saved.shape.SequenceEqual(live.shape) || saved.dtype != live.dtype)
                throw new FormatException(
                    $"Its tensor '{name}' is {saved.dtype} [{string.Join(", ", saved.shape)}], but these options make "
                        + $"{live.dtype} [{string.Join(", ", live.shape)}].");
            live.copy_(saved);
        }
    }

    private static Tensor Find(Checkpoint checkpoint, string name) => checkpoint.Tensors.GetValueOrDefault(name)
        ?? throw new FormatException($"It has no tensor '{name}'.");

    private static Tensor Samples(Snapshot snapshot) =>
        tensor(snapshot.Samples.SelectMany(sample => sample).ToArray(), [snapshot.Samples.Count, snapshot.Samples[0].Length]);

    private static Snapshot Snapshot(Checkpoint checkpoint, long step)
    {
        var samples = Find(checkpoint, $"{SnapshotName}{step}");
        return new(step, [.. samples.data<float>().ToArray().Chunk((int)samples.shape[1])]);
    }
}
