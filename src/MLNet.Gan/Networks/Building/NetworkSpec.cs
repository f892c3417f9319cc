namespace MLNet.Gan;

/// <summary>What a network is made for and from.</summary>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Classes">The number of classes; 0 where there are none.</param>
/// <param name="Random">Where initial weights are drawn from.</param>
/// <param name="Device">Where the weights live.</param>
public sealed record NetworkSpec(SampleShape Shape, int Classes, Generator Random, Device Device)
{
    /// <summary>The questions that a discriminator is asked beside "is it real?"; default none.</summary>
    public IReadOnlyList<DiscriminatorHead> Heads { get; init => field = Check.NotNull(value); } = [];

    /// <summary>How weights are made of parameters; null, the default, where they are the same.</summary>
    public IWeightParametrization? WeightParametrization { get; init; }

    /// <summary>Where weights begin; default <see cref="HeInitialization"/>.</summary>
    public IWeightInitialization Initialization { get; init => field = Check.NotNull(value); } = new HeInitialization();

    /// <summary>What the discriminator is told of the batch as a whole; null, the default, for nothing.</summary>
    public IMinibatchFeature? MinibatchFeature { get; init; }

    /// <summary>A weight for a layer, by <see cref="WeightParametrization"/>.</summary>
    public LayerWeight Weight(WeightShape shape) => WeightParametrization?.Create(this, shape) ?? new PlainWeight(Initial(shape));

    /// <summary>The bias beside a weight, drawn by <see cref="Initialization"/>.</summary>
    public LayerWeight Bias(WeightShape shape)
    {
        using var scope = NewDisposeScope();
        return new PlainWeight(Wrap(Initialization.DrawBias(shape, Random)));
    }

    /// <summary>A bias for a layer, which begins as 0.</summary>
    public LayerWeight Bias(int outputs) => new PlainWeight(Constant(0, outputs));

    /// <summary>A parameter drawn by <see cref="Initialization"/>.</summary>
    public Parameter Initial(WeightShape shape)
    {
        using var scope = NewDisposeScope();
        return Wrap(Initialization.Draw(shape, Random));
    }

    /// <summary>A parameter drawn from N(0, <paramref name="deviation"/>²).</summary>
    /// <remarks>Drawn on the CPU, so that a seed means the same on every device.</remarks>
    public Parameter Normal(double deviation, params long[] size)
    {
        using var scope = NewDisposeScope();
        return Wrap(randn(size, generator: Random).Times(deviation));
    }

    /// <summary>A parameter that begins with one value everywhere.</summary>
    public Parameter Constant(double value, params long[] size)
    {
        using var scope = NewDisposeScope();
        return Wrap(zeros(size).Plus(value));
    }

    /// <summary>A parameter belongs to its network, whatever scope it is made in.</summary>
    private Parameter Wrap(Tensor values)
    {
        var parameter = nn.Parameter(values.to(Device));
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
