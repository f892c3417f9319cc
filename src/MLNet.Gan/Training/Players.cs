using MLNet.Gan.Averages;
using MLNet.Gan.Data;
using MLNet.Gan.Networks;

namespace MLNet.Gan.Training;

/// <summary>The two players, and the averaged generator that the run is for.</summary>
internal sealed class Players : IDisposable
{
    private readonly Stack<IDisposable> _owned = [];
    private readonly FlatParameters _averageState;
    private readonly IAveraging _averaging;
    private bool _isHandedOn;

    public Players(GanOptions options, SampleSet samples, Generator random, Device device)
    {
        try
        {
            var architecture = options.Architecture;
            var spec = new NetworkSpec(options.Shape, samples.Classes, random, device);
            var generatorSpec = spec with { WeightRule = options.GeneratorWeights };
            Generator = Own(new Trainable<nn.Module<Tensor, Tensor?, Tensor>>(
                Own(architecture.CreateGenerator(generatorSpec)), options.GeneratorOptimizer, options.GeneratorRules));
            Discriminator = Own(new Trainable<Jury>(
                Own(new Jury(options, spec with
                {
                    Shape = new Packing(options.Packing).Shape(options.Shape),
                    WeightRule = options.DiscriminatorWeights,
                    BatchStatistic = options.BatchStatistic,
                    Heads = [.. options.Regularizers.SelectMany(regularizer => regularizer.Heads(samples.Classes))],
                })),
                options.DiscriminatorOptimizer, options.DiscriminatorRules));

            // The samples may have been standardized for training; what the run is for makes them as they were.
            var average = architecture.CreateGenerator(generatorSpec);
            Average = samples.Standardization is { } scale
                ? new ScaledGenerator(average, scale.Means, scale.Deviations, device)
                : average;
            Average.eval();
            _averageState = Own(new FlatParameters(average, isTrained: false));
            _averageState.State.copy_(Generator.Parameters.State);
            _averaging = Own(options.Average.Begin(_averageState.State));
            Growing = [.. new nn.Module[] { Generator.Network, average }
                .Concat(Discriminator.Network.Jurors.Select(juror => juror.Network)).OfType<IGrowingNetwork>()];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Trainable<nn.Module<Tensor, Tensor?, Tensor>> Generator { get; }

    public Trainable<Jury> Discriminator { get; }

    /// <summary>The averaged generator, always in evaluation mode.</summary>
    public nn.Module<Tensor, Tensor?, Tensor> Average { get; }

    /// <summary>The networks that grow during training.</summary>
    public IReadOnlyList<IGrowingNetwork> Growing { get; }

    /// <summary>Gives the averaged generator away: it outlives the players of a run that came to its end.</summary>
    public nn.Module<Tensor, Tensor?, Tensor> HandOn()
    {
        _isHandedOn = true;
        return Average;
    }

    public void UpdateAverage(long step, int batchSize)
    {
        using var _ = no_grad();
        _averaging.Follow(Generator.Parameters.State, step, batchSize);
    }

    public void Dispose()
    {
        while (_owned.TryPop(out var owned))
            owned.Dispose();
        if (!_isHandedOn)
            Average?.Dispose();
    }

    private T Own<T>(T made) where T : IDisposable
    {
        _owned.Push(made);
        return made;
    }
}
