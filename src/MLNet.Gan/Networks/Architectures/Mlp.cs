using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>Two multilayer perceptrons, for vectors and very small images.</summary>
/// <remarks>
/// The generator has ReLUs, whose constant side helps it to generate narrow modes, and the discriminator leaky ReLUs of
/// slope 0.2, whose gradient is nonzero everywhere (docs/benchmarks/mixtures.md). Images are bounded by tanh; vectors
/// are not.
/// </remarks>
public sealed record Mlp : IArchitecture
{
    private const double GeneratorSlope = 0;
    private const double DiscriminatorSlope = 0.2;

    /// <summary>The length of a latent vector, at least 1; default 8.</summary>
    public int LatentSize { get; init => field = Check.Positive(value); } = 8;

    /// <summary>The width of the hidden layers, at least 1; default 128.</summary>
    public int Width { get; init => field = Check.Positive(value); } = 128;

    /// <summary>The number of hidden layers, at least 1; default 3.</summary>
    public int Depth { get; init => field = Check.Positive(value); } = 3;

    /// <summary>
    /// Whether each hidden layer after the first is residual, h ← (h + W · ReLU(h) + b)/√2 (He et al., 2016, eq. 1,
    /// with the ReLU first so that the variance is kept); default no.
    /// </summary>
    public bool IsResidual { get; init; }

    /// <summary>The length of a class's embedding in the generator, at least 1; default 8.</summary>
    public int LabelSize { get; init => field = Check.Positive(value); } = 8;

    /// <summary>The weight initialization of both networks; default <see cref="UniformInitialization"/>.</summary>
    public IWeightInitialization Initialization { get; init => field = Check.NotNull(value); } =
        new UniformInitialization();

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
    {
        spec = spec with { Initialization = Initialization };
        var labels = spec.Classes > 0 ? new LabelEmbedding(spec, LabelSize, deviation: 1) : null;
        var inputs = LatentSize + (labels is null ? 0 : LabelSize);
        nn.Module<Tensor, Tensor>[] end = spec.Shape.IsImage
            ? [new Tanh(), new Reshape([.. spec.Shape.Dimensions])]
            : [];
        return new ConditionalGenerator(labels, new Sequential(
            [.. Hidden(spec, inputs, GeneratorSlope), new Linear(spec, Width, spec.Shape.Size, gain: 1), .. end]));
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec)
    {
        spec = spec with { Initialization = Initialization };
        var size = spec.Shape.Size;
        nn.Module<Tensor, Tensor>[] beginning = spec.Shape.IsImage ? [new Reshape(size)] : [];
        return new Discriminator(
            spec, new Sequential([.. beginning, .. Hidden(spec, size, DiscriminatorSlope)]), featureSize: Width);
    }

    private IEnumerable<nn.Module<Tensor, Tensor>> Hidden(NetworkSpec spec, int inputs, double slope)
    {
        var gain = LeakyRelu.Gain(slope);
        yield return new Linear(spec, inputs, Width, gain);
        for (var layer = 1; layer < Depth; layer++)
        {
            if (IsResidual)
            {
                yield return new SkipConnection(new(new LeakyRelu(slope), new Linear(spec, Width, Width, gain)));
                continue;
            }

            yield return new LeakyRelu(slope);
            yield return new Linear(spec, Width, Width, gain);
        }

        yield return new LeakyRelu(slope);
    }
}
