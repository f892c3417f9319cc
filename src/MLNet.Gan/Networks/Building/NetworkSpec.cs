namespace MLNet.Gan;

/// <summary>The specification of a network, from which an architecture creates it.</summary>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Classes">The number of classes; 0 without classes.</param>
/// <param name="Random">The random number generator that initial weights are drawn from.</param>
/// <param name="Device">The device of the weights.</param>
public sealed record NetworkSpec(SampleShape Shape, int Classes, Generator Random, Device Device)
{
    /// <summary>The heads of the discriminator in addition to the logit; default none.</summary>
    public IReadOnlyList<DiscriminatorHead> Heads { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The parametrization of the weights; null (default) for none.</summary>
    public IWeightParametrization? WeightParametrization { get; init; }

    /// <summary>The weight initialization; default <see cref="HeInitialization"/>.</summary>
    public IWeightInitialization Initialization { get; init => field = Check.NotNull(value); } = new HeInitialization();

    /// <summary>The discriminator's minibatch feature; null (default) for none.</summary>
    public IMinibatchFeature? MinibatchFeature { get; init; }

    /// <summary>Creates a layer's weight, with <see cref="WeightParametrization"/>.</summary>
    public LayerWeight Weight(WeightShape shape) => WeightParametrization?.Create(this, shape) ?? new PlainWeight(Initial(shape));

    /// <summary>Creates the bias of a layer with such a weight, drawn from <see cref="Initialization"/>.</summary>
    public LayerWeight Bias(WeightShape shape)
    {
        using var scope = NewDisposeScope();
        return new PlainWeight(Wrap(Initialization.DrawBias(shape, Random)));
    }

    /// <summary>Creates a layer's bias, initialized to 0.</summary>
    public LayerWeight Bias(int outputs) => new PlainWeight(Constant(0, outputs));

    /// <summary>Creates a parameter drawn from <see cref="Initialization"/>.</summary>
    public Parameter Initial(WeightShape shape)
    {
        using var scope = NewDisposeScope();
        return Wrap(Initialization.Draw(shape, Random));
    }

    /// <summary>Creates a parameter drawn from N(0, <paramref name="deviation"/>²).</summary>
    /// <remarks>Drawn on the CPU, so that a seed gives the same values on every device.</remarks>
    public Parameter Normal(double deviation, params long[] size)
    {
        using var scope = NewDisposeScope();
        return Wrap(randn(size, generator: Random).Times(deviation));
    }

    /// <summary>Creates a parameter initialized to one value.</summary>
    public Parameter Constant(double value, params long[] size)
    {
        using var scope = NewDisposeScope();
        return Wrap(zeros(size).Plus(value));
    }

    /// <summary>Creates a parameter detached from the current scope, since its network owns it.</summary>
    private Parameter Wrap(Tensor values)
    {
        var parameter = nn.Parameter(values.to(Device));
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
