using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>The networks for encoded rows of a table.</summary>
/// <param name="Layout">The layout of a row.</param>
internal sealed record TabularNetworks(TableLayout Layout) : IArchitecture
{
    private const double GeneratorSlope = 0, DiscriminatorSlope = 0.2;

    /// <summary>The length of the part of a latent that the generator's layers read.</summary>
    public int NoiseSize { get; init; } = 64;

    /// <summary>The width of the hidden layers.</summary>
    public int Width { get; init; } = 256;

    /// <summary>The number of hidden layers.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>The temperature of the softmax over categories and modes.</summary>
    public double Temperature { get; init; } = 0.2;

    /// <summary>The noise, and a number for each number of a row, which is the noise of its category's score.</summary>
    public int LatentSize => NoiseSize + Layout.Width;

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => false;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
    {
        var conditions = Layout.ConditionSize();
        return new TabularGenerator(
            spec, this, new Sequential([.. Hidden(spec, NoiseSize + conditions, GeneratorSlope)]), new Linear(spec, Width, Layout.Width, gain: 1));
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) =>
        new Discriminator(spec, new Sequential([.. Hidden(spec, spec.Shape.Size, DiscriminatorSlope)]), featureSize: Width);

    // The layout is that of the data, which the run's identity names; it would fill pages.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"NoiseSize = {NoiseSize}, Width = {Width}, Depth = {Depth}, Temperature = {Temperature}");
        return true;
    }

    private IEnumerable<nn.Module<Tensor, Tensor>> Hidden(NetworkSpec spec, int inputs, double slope)
    {
        var gain = LeakyRelu.Gain(slope);
        yield return new Linear(spec, inputs, Width, gain);
        for (var layer = 1; layer < Depth; layer++)
            yield return new SkipConnection(new(new LeakyRelu(slope), new Linear(spec, Width, Width, gain)));
        yield return new LeakyRelu(slope);
    }
}
