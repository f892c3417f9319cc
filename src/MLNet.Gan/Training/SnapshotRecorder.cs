namespace MLNet.Gan;

/// <summary>Records samples of the averaged generator during a run, always from the same latents.</summary>
internal sealed class SnapshotRecorder : IDisposable
{
    private readonly SnapshotOptions? _options;
    private readonly nn.Module<Tensor, Tensor?, Tensor> _generator;
    private readonly Tensor? _latents;
    private readonly Tensor? _labels;

    /// <summary>A recorder; without options it records nothing.</summary>
    /// <param name="snapshots">When and how many.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="classes">The classes to show in turn: those that have rows; empty without classes.</param>
    /// <param name="generator">The generator.</param>
    /// <remarks>Its random numbers are its own, so that a run is the same with snapshots and without.</remarks>
    public SnapshotRecorder(
        SnapshotOptions? snapshots, GanOptions options, IReadOnlyList<long> classes, nn.Module<Tensor, Tensor?, Tensor> generator)
    {
        (_options, _generator) = (snapshots, generator);
        if (_options is null)
            return;

        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)options.Seed);
        var device = generator.parameters().First().device;
        _latents = randn([_options.Count, options.Architecture.LatentSize], generator: random).to(device)
            .DetachFromDisposeScope();
        if (classes.Count > 0)
            _labels = tensor(Enumerable.Range(0, _options.Count).Select(row => classes[row % classes.Count]).ToArray())
                .to(device).DetachFromDisposeScope();
    }

    /// <summary>A snapshot when one is due since the step of the last, else null.</summary>
    public Snapshot? Take(long step, long last)
    {
        if (_options is null || step / _options.Interval == last / _options.Interval)
            return null;

        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var samples = _generator.forward(_latents!, _labels).flatten(1).cpu().contiguous();
        return new(step, [.. samples.flatten(0).data<float>().ToArray().Chunk((int)samples.size(1))]);
    }

    public void Dispose()
    {
        _latents?.Dispose();
        _labels?.Dispose();
    }
}
