using MLNet.Gan.Networks.Layers;

namespace MLNet.Gan.Networks;

/// <summary>Two plain perceptrons, for vectors and tiny images.</summary>
/// <remarks>Images are bounded by tanh; the values of vectors are free.</remarks>
public sealed record Mlp : IArchitecture
{
    private const double Slope = 0.2;

    /// <summary>The length of a latent vector, at least 1; default 8.</summary>
    public int LatentSize { get; init => field = Check.Positive(value); } = 8;

    /// <summary>The width of the hidden layers, at least 1; default 128.</summary>
    public int Width { get; init => field = Check.Positive(value); } = 128;

    /// <summary>The number of hidden layers, at least 1; default 3.</summary>
    public int Depth { get; init => field = Check.Positive(value); } = 3;

    /// <summary>The length of a class's embedding in the generator, at least 1; default 8.</summary>
    public int LabelSize { get; init => field = Check.Positive(value); } = 8;

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => shape.IsImage;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
    {
        var labels = spec.Classes > 0 ? new LabelEmbedding(spec, LabelSize, deviation: 1) : null;
        var inputs = LatentSize + (labels is null ? 0 : LabelSize);
        nn.Module<Tensor, Tensor>[] end = spec.Shape.IsImage
            ? [new Tanh(), new Reshape([.. spec.Shape.Dimensions])]
            : [];
        return new ConditionalGenerator(labels, new Chain(
            [.. Hidden(spec, inputs), new Dense(spec, Width, spec.Shape.Size, gain: 1), .. end]));
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) => new Discriminator(
        spec, new Chain([new Reshape(spec.Shape.Size), .. Hidden(spec, spec.Shape.Size)]), featureSize: Width);

    private IEnumerable<nn.Module<Tensor, Tensor>> Hidden(NetworkSpec spec, int inputs)
    {
        for (var layer = 0; layer < Depth; layer++)
        {
            yield return new Dense(spec, layer == 0 ? inputs : Width, Width, LeakyRelu.Gain(Slope));
            yield return new LeakyRelu(Slope);
        }
    }
}
