namespace MLNet.Gan;

/// <summary>Everything that decides how a run goes on, as a checkpoint.</summary>
internal sealed class TrainingState(
    GanNetworks networks, ControllerRunner controllers, BatchSampler batches, RunLog log, RunScorer? scorer, RunGuard guard,
    Generator random)
{
    private const string RandomName = "random", GlobalRandomName = "random.global", SnapshotName = "snapshot.";

    private static readonly string Library = typeof(TrainingState).Assembly.GetName().Version?.ToString() ?? "";

    /// <summary>What computes the run now.</summary>
    public string Processor => networks.AverageState.device.type == DeviceType.CPU
        ? $"the CPU with {Counted.Of(get_num_threads(), "thread")}" : $"{networks.AverageState.device.type}";

    /// <summary>The state at the end of a step; the caller's scope owns the tensors.</summary>
    public Checkpoint Capture(RunIdentity identity, long step, long images, long phaseImages)
    {
        var state = new CheckpointState
        {
            Library = Library,
            Identity = identity,
            Processor = Processor,
            Step = step,
            Images = images,
            PhaseImages = phaseImages,
            Rows = batches.Drawn,
            GeneratorUpdates = networks.Generator.Updates,
            DiscriminatorUpdates = networks.Discriminator.Updates,
            Controllers = controllers.State,
            Log = log.State,
            Scorer = scorer?.State,
            Guard = guard.State,
        };
        (string Name, Tensor Value)[] tensors =
        [
            .. Tensors(), (RandomName, random.get_state()), (GlobalRandomName, torch.random.get_rng_state()),
            .. log.Snapshots.Select(snapshot => ($"{SnapshotName}{snapshot.Step}", Samples(snapshot))),
        ];
        return new(state, tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.Value.detach().cpu().contiguous()));
    }

    /// <summary>Goes on from a checkpoint.</summary>
    /// <returns>The number of steps done, of their images, and of those from which the last step had its phase.</returns>
    /// <exception cref="FormatException">Its tensors are not those of these networks.</exception>
    public (long Step, long Images, long PhaseImages) Restore(Checkpoint checkpoint)
    {
        var counts = checkpoint.State;
        CopyInto(Tensors(), checkpoint);
        (networks.Generator.Updates, networks.Discriminator.Updates) = (counts.GeneratorUpdates, counts.DiscriminatorUpdates);
        controllers.State = counts.Controllers;
        batches.SkipTo(counts.Rows);
        if (counts.Scorer is { } scores)
            scorer?.Resume(scores);
        if (counts.Guard is { } guarded)
            guard.State = guarded;
        log.Resume(counts.Log, counts.Log.SnapshotSteps.Select(step => Snapshot(checkpoint, step)));
        using (var state = random.get_state())
            random.set_state(Fitting(RandomName, state, checkpoint));
        using (var state = torch.random.get_rng_state())
            torch.random.set_rng_state(Fitting(GlobalRandomName, state, checkpoint));
        return (counts.Step, counts.Images, counts.PhaseImages);
    }

    /// <summary>Begins with the networks of a checkpoint, and nothing else of it.</summary>
    /// <exception cref="FormatException">Its tensors are not those of these networks.</exception>
    public void RestoreWeights(Checkpoint checkpoint) => CopyInto(networks.Weights, checkpoint);

    private IEnumerable<(string Name, Tensor Value)> Tensors() =>
    [
        .. networks.Weights, .. networks.Moments, ("controllers", controllers.Sums),
        .. scorer is null ? [] : new (string, Tensor)[] { ("average.best", scorer.BestState) }, .. guard.Tensors,
    ];

    private static void CopyInto(IEnumerable<(string Name, Tensor Value)> tensors, Checkpoint checkpoint)
    {
        using var _ = no_grad();
        foreach (var (name, live) in tensors)
            live.copy_(Fitting(name, live, checkpoint));
    }

    /// <summary>
    /// A tensor of the checkpoint, which must have the type and shape of a live one: set_state of another ends the process.
    /// </summary>
    private static Tensor Fitting(string name, Tensor live, Checkpoint checkpoint)
    {
        var saved = Find(checkpoint, name);
        return saved.Sizes().SequenceEqual(live.Sizes()) && saved.dtype == live.dtype ? saved : throw new FormatException(
            $"Its tensor '{name}' is {saved.dtype} [{string.Join(", ", saved.Sizes())}], but these options make "
                + $"{live.dtype} [{string.Join(", ", live.Sizes())}].");
    }

    private static Tensor Find(Checkpoint checkpoint, string name) => checkpoint.Tensors.GetValueOrDefault(name)
        ?? throw new FormatException($"It has no tensor '{name}'.");

    private static Tensor Samples(Snapshot snapshot) =>
        tensor(snapshot.Samples.SelectMany(sample => sample).ToArray(), [snapshot.Samples.Count, snapshot.Samples[0].Length]);

    private static Snapshot Snapshot(Checkpoint checkpoint, long step)
    {
        var samples = Find(checkpoint, $"{SnapshotName}{step}");
        return new(step, [.. samples.data<float>().ToArray().Chunk((int)samples.size(1))]);
    }
}
