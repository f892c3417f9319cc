using MLNet.Gan.Networks;

namespace MLNet.Gan.Training;

/// <summary>The two players, and the averaged generator that the run is for.</summary>
internal sealed class Players : IDisposable
{
    private readonly MovingAverage _average;
    private bool _isHandedOn;

    public Players(GanOptions options, int classes, Generator random, Device device)
    {
        var spec = new NetworkSpec(options.Shape, classes, random, device);
        var architecture = options.Architecture;
        Generator = new(architecture.CreateGenerator(spec), options.GeneratorOptimizer);
        Discriminator = new(architecture.CreateDiscriminator(spec), options.DiscriminatorOptimizer);
        Average = architecture.CreateGenerator(spec);
        Average.eval();
        _average = new MovingAverage(Generator.Parameters, new FlatParameters(Average));
    }

    public Trainable<nn.Module<Tensor, Tensor?, Tensor>> Generator { get; }

    public Trainable<nn.Module<Tensor, Tensor?, Tensor>> Discriminator { get; }

    /// <summary>The averaged generator, always in evaluation mode.</summary>
    public nn.Module<Tensor, Tensor?, Tensor> Average { get; }

    /// <summary>Gives the averaged generator away: it outlives the players of a run that came to its end.</summary>
    public nn.Module<Tensor, Tensor?, Tensor> HandOn()
    {
        _isHandedOn = true;
        return Average;
    }

    public void UpdateAverage(double decay) => _average.Follow(decay);

    public void Dispose()
    {
        _average.Dispose();
        if (!_isHandedOn)
            Average.Dispose();
        Generator.Dispose();
        Generator.Network.Dispose();
        Discriminator.Dispose();
        Discriminator.Network.Dispose();
    }
}
