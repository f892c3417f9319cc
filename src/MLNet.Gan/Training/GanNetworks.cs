namespace MLNet.Gan;

/// <summary>The generator, the discriminators, and the average of the generator's weights, which is what a run returns.</summary>
internal sealed class GanNetworks : IDisposable
{
    private readonly Stack<IDisposable> _owned = [];
    private readonly FlatParameters _averageState;
    private readonly IWeightAverageState _averaging;
    private readonly Func<Device, nn.Module<Tensor, Tensor?, Tensor>> _create;
    private readonly IReadOnlyList<IGrowingNetwork> _growing;
    private readonly Standardization? _scale;
    private Phase? _phase;

    public GanNetworks(GanOptions options, SampleSet samples, Generator random, Device device)
    {
        try
        {
            var spec = new NetworkSpec(options.Shape, samples.Classes, random, device);
            _create = where => options.Architecture.CreateGenerator(
                spec with { WeightParametrization = options.GeneratorWeights, Device = where });
            Generator = Own(new TrainableNetwork<nn.Module<Tensor, Tensor?, Tensor>>(
                Own(_create(device)).On(device, "generator").OfSingles("generator"), options.GeneratorOptimizer, options.GeneratorUpdateHooks));
            Discriminator = Own(new TrainableNetwork<DiscriminatorEnsemble>(
                Own(new DiscriminatorEnsemble(options, spec with
                {
                    Shape = new Packing(options.Packing).Shape(options.Shape),
                    WeightParametrization = options.DiscriminatorWeights,
                    MinibatchFeature = options.MinibatchFeature,
                    Heads = [.. options.Regularizers.SelectMany(regularizer => regularizer.Heads(samples.Classes))],
                })).On(device, "discriminator").OfSingles("discriminator"),
                options.DiscriminatorOptimizer, options.DiscriminatorUpdateHooks));

            _scale = samples.Standardization;
            UnscaledAverage = _create(device);
            Average = Own(Scaled(UnscaledAverage, device));
            _averageState = Own(new FlatParameters(UnscaledAverage, isTrained: false));
            _averageState.State.copy_(Generator.Parameters.State);
            _averaging = Own(options.Average.CreateState(_averageState.State));
            _growing = [.. new nn.Module[] { Generator.Network, UnscaledAverage }
                .Concat(Discriminator.Network.Members.Select(member => member.Network)).OfType<IGrowingNetwork>()];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public TrainableNetwork<nn.Module<Tensor, Tensor?, Tensor>> Generator { get; }

    public TrainableNetwork<DiscriminatorEnsemble> Discriminator { get; }

    /// <summary>The averaged generator, always in evaluation mode.</summary>
    public nn.Module<Tensor, Tensor?, Tensor> Average { get; }

    /// <summary>The averaged generator before a standardization of the samples is undone.</summary>
    public nn.Module<Tensor, Tensor?, Tensor> UnscaledAverage { get; }

    /// <summary>The averaged weights and buffers [P + B].</summary>
    public Tensor AverageState => _averageState.State;

    /// <summary>The networks' weights and buffers by name.</summary>
    public IEnumerable<(string Name, Tensor Value)> Weights =>
    [
        ("generator", Generator.Parameters.State), .. Numbered("generator.buffer", Generator.Parameters.Others),
        ("discriminator", Discriminator.Parameters.State), .. Numbered("discriminator.buffer", Discriminator.Parameters.Others),
        ("average", _averageState.State), .. Numbered("average.buffer", _averageState.Others),
    ];

    /// <summary>Whether all weights and buffers are finite.</summary>
    public bool AreFinite
    {
        get
        {
            using var scope = NewDisposeScope();
            return Weights.All(tensor => tensor.Value.isfinite().all().item<bool>());
        }
    }

    /// <summary>The state of the optimizers and of the average by name.</summary>
    public IEnumerable<(string Name, Tensor Value)> Moments =>
    [
        .. Numbered("generator.optimizer", Generator.OptimizerTensors),
        .. Numbered("discriminator.optimizer", Discriminator.OptimizerTensors),
        .. Numbered("average.state", _averaging.StateTensors),
    ];

    /// <summary>Grows all networks that grow to a phase.</summary>
    public void GrowTo(Phase phase)
    {
        _phase = phase;
        foreach (var network in _growing)
            network.GrowTo(phase);
    }

    /// <summary>
    /// A copy of the averaged generator on the CPU, whatever the device of the run; the caller owns it.
    /// </summary>
    /// <remarks>
    /// The exported file is compared with it on the CPU, where no GPU rounds to fewer digits, and no GPU memory is kept.
    /// </remarks>
    public nn.Module<Tensor, Tensor?, Tensor> CopyAverage() => CopyAverage(AverageState, _phase);

    /// <summary>A copy of an earlier average, from its weights and buffers [P + B] and its phase.</summary>
    public nn.Module<Tensor, Tensor?, Tensor> CopyAverage(Tensor average, Phase? phase)
    {
        var network = _create(CPU);
        try
        {
            if (phase is not null)
                (network as IGrowingNetwork)?.GrowTo(phase);
            using var state = new FlatParameters(network, isTrained: false);
            state.State.copy_(average);
            return Scaled(network, CPU);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    public void UpdateAverage(long step, int batchSize)
    {
        using var _ = no_grad();
        _averaging.Update(Generator.Parameters.State, step, batchSize);
    }

    public void Dispose()
    {
        while (_owned.TryPop(out var owned))
            owned.Dispose();
    }

    /// <summary>Undoes the standardization of the samples behind the generator, where there was one.</summary>
    private nn.Module<Tensor, Tensor?, Tensor> Scaled(nn.Module<Tensor, Tensor?, Tensor> generator, Device device)
    {
        var scaled = _scale is { } scale
            ? new ScaledGenerator(generator, scale.Means, scale.Deviations, device)
            : generator;
        scaled.eval();
        return scaled;
    }

    private static IEnumerable<(string, Tensor)> Numbered(string name, IEnumerable<Tensor> tensors) =>
        tensors.Select((tensor, i) => ($"{name}.{i}", tensor));

    private T Own<T>(T made) where T : IDisposable
    {
        _owned.Push(made);
        return made;
    }
}
