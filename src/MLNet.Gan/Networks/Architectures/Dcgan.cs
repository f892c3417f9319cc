using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// DCGAN, the convolutional networks of Radford et al. (2016), for images whose sides are multiples of 4.
/// </summary>
/// <remarks>
/// Sides are halved as long as they remain integers of at least 4, and at least twice: 28 → 7, 32 → 4, 64 → 4. The
/// discriminator has no batch normalization, since gradient penalties are defined per sample (Gulrajani et al., 2017,
/// sec. 4).
/// </remarks>
public sealed record Dcgan : IArchitecture
{
    private const double Slope = 0.2;

    /// <summary>The length of a latent vector, at least 1; default 64.</summary>
    public int LatentSize { get; init => field = Check.Positive(value); } = 64;

    /// <summary>
    /// The channels of the layer next to the image, at least 1; they double whenever the sides are halved. Default 64.
    /// </summary>
    public int Width { get; init => field = Check.Positive(value); } = 64;

    /// <summary>The length of a class's embedding in the generator, at least 1; default 16.</summary>
    public int LabelSize { get; init => field = Check.Positive(value); } = 16;

    /// <summary>The weight initialization of both networks; default <see cref="HeInitialization"/>.</summary>
    public IWeightInitialization Initialization { get; init => field = Check.NotNull(value); } = new HeInitialization();

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => true;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
    {
        spec = spec with { Initialization = Initialization };
        var (halvings, height, width) = Plan(spec.Shape);
        var labels = spec.Classes > 0 ? new LabelEmbedding(spec, LabelSize, deviation: 1) : null;
        var inputs = LatentSize + (labels is null ? 0 : LabelSize);
        var channels = Width << (halvings - 1);
        var gain = LeakyRelu.Gain(0);

        List<nn.Module<Tensor, Tensor>> layers =
        [
            new Linear(spec, inputs, channels * height * width, gain), new Reshape(channels, height, width),
            new BatchNormalization(spec, channels), new LeakyRelu(0),
        ];
        for (; channels > Width; channels /= 2)
            layers.AddRange(
            [
                new TransposedConvolution(spec, channels, channels / 2, kernel: 4, stride: 2, padding: 1, gain),
                new BatchNormalization(spec, channels / 2), new LeakyRelu(0),
            ]);
        layers.AddRange(
        [
            new TransposedConvolution(spec, Width, spec.Shape.Channels, kernel: 4, stride: 2, padding: 1, gain: 1),
            new Tanh(),
        ]);
        return new ConditionalGenerator(labels, new Sequential([.. layers]));
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec)
    {
        spec = spec with { Initialization = Initialization };
        var (halvings, height, width) = Plan(spec.Shape);
        List<nn.Module<Tensor, Tensor>> layers = [];
        var (inputs, channels) = (spec.Shape.Channels, Width);
        for (var halving = 0; halving < halvings; halving++, (inputs, channels) = (channels, 2 * channels))
            layers.AddRange(
            [
                new Convolution(spec, inputs, channels, kernel: 4, stride: 2, padding: 1, LeakyRelu.Gain(Slope)),
                new LeakyRelu(Slope),
            ]);

        var features = inputs * height * width;
        return new Discriminator(spec, new Sequential([.. layers, new Reshape(features)]), features);
    }

    private static (int Halvings, int Height, int Width) Plan(SampleShape shape)
    {
        var (height, width, halvings) = (shape.Height, shape.Width, 0);
        if (!shape.IsImage || height % 4 != 0 || width % 4 != 0)
            throw new InvalidOperationException(
                $"Dcgan needs an image whose sides are multiples of 4, but the shape is {shape}. Use Mlp, or pad or "
                    + "resize the images.");

        bool Halves(int side) => side % 2 == 0 && (side >= 8 || halvings < 2);
        for (; Halves(height) && Halves(width); halvings++)
            (height, width) = (height / 2, width / 2);
        return (halvings, height, width);
    }
}
