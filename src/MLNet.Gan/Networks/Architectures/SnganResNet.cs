using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// The residual networks of SNGAN (Miyato et al., 2018, tables 3 to 5), for images whose sides can be halved down to 4
/// to 7.
/// </summary>
/// <remarks>
/// The generator doubles the sides with one block each, by nearest-neighbor upsampling. The discriminator has no
/// normalization. It halves images of up to 32 pixels while they are larger than 8 and adds two blocks; it halves
/// larger ones down to the base and adds one. The papers' sizes: 32 pixels, <see cref="GeneratorWidth"/> 256 and
/// <see cref="DiscriminatorWidth"/> 128; 64 and 128 pixels, both 64 with <see cref="Doublings"/> 4. With classes, the
/// generator's batch normalization scales and shifts by class (Miyato &amp; Koyama, 2018), and the discriminator uses
/// projection. The papers' discriminators also have spectral normalization.
/// </remarks>
public sealed record SnganResNet : IArchitecture
{
    // The discriminator halves images up to this side to Settled, larger ones to their base.
    private const int Small = 32;
    private const int Settled = 8;

    /// <summary>The length of a latent vector, at least 1; default 128.</summary>
    public int LatentSize { get; init => field = Check.Positive(value); } = 128;

    /// <summary>The channels of the generator's last block, at least 1; default 32.</summary>
    public int GeneratorWidth { get; init => field = Check.Positive(value); } = 32;

    /// <summary>The channels of the discriminator's first block, at least 1; default 32.</summary>
    public int DiscriminatorWidth { get; init => field = Check.Positive(value); } = 32;

    /// <summary>
    /// The number of blocks, counted from the image, at which the channels double, at least 0; default 0.
    /// </summary>
    public int Doublings { get; init => field = Check.NotNegative(value); }

    /// <summary>
    /// The shorter side of the feature maps at which both networks have a self-attention block (Zhang et al., 2019),
    /// such as 16 for images of 32 pixels or 14 for 28; default null, none.
    /// </summary>
    public int? SelfAttention { get; init => field = value is { } side ? Check.Positive(side) : null; }

    /// <summary>The weight initialization of both networks; default <see cref="HeInitialization"/>.</summary>
    public IWeightInitialization Initialization { get; init => field = Check.NotNull(value); } = new HeInitialization();

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => true;

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
    {
        spec = spec with { Initialization = Initialization };
        var (pyramid, _) = Plan(spec.Shape);
        var (height, width, inputs) = (pyramid.Height, pyramid.Width, Channels(GeneratorWidth, pyramid.Halvings));
        List<nn.Module> layers =
        [
            new Linear(spec, LatentSize, inputs * height * width, gain: 1), new Reshape(inputs, height, width),
            .. Attention(spec, inputs, height, width),
        ];
        for (var halvings = pyramid.Halvings - 1; halvings >= 0; halvings--)
        {
            var outputs = Channels(GeneratorWidth, halvings);
            (height, width) = (2 * height, 2 * width);
            layers.AddRange([Grow(spec, inputs, outputs), .. Attention(spec, outputs, height, width)]);
            inputs = outputs;
        }

        return new ConditionalSequential(
        [
            .. layers, Normalization(spec, inputs), new LeakyRelu(0),
            Convolution3(spec, inputs, spec.Shape.Channels, gain: 1), new Tanh(),
        ]);
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec)
    {
        spec = spec with { Initialization = Initialization };
        var (_, halvings) = Plan(spec.Shape);
        var blocks = halvings + (Shorter(spec.Shape) > Small ? 1 : 2);
        var (height, width, inputs) = (spec.Shape.Height, spec.Shape.Width, spec.Shape.Channels);
        List<nn.Module<Tensor, Tensor>> layers = [];
        for (var block = 0; block < blocks; block++)
        {
            var outputs = Channels(DiscriminatorWidth, block);
            layers.Add(Shrink(spec, inputs, outputs, isFirst: block == 0, halves: block < halvings));
            inputs = outputs;
            if (block >= halvings)
                continue;
            (height, width) = (height / 2, width / 2);
            layers.AddRange(Attention(spec, inputs, height, width));
        }

        return new Discriminator(spec, new Sequential([.. layers, new LeakyRelu(0), new SumPooling()]), inputs);
    }

    private static int Shorter(SampleShape shape) => Math.Min(shape.Height, shape.Width);

    private int Channels(int width, int halvings) => Pyramid.Channels(width, Doublings, halvings);

    /// <summary>Returns a block that doubles the sides: normalization, ReLU and convolution, twice.</summary>
    private static ConditionalResidual Grow(NetworkSpec spec, int inputs, int outputs) => new(
        new ConditionalSequential(
            Normalization(spec, inputs), new LeakyRelu(0), new NearestUpsampling(),
            Convolution3(spec, inputs, outputs, LeakyRelu.Gain(0)),
            Normalization(spec, outputs), new LeakyRelu(0), Convolution3(spec, outputs, outputs, LeakyRelu.Gain(0))),
        new Sequential(Convolution1(spec, inputs, outputs), new NearestUpsampling()));

    /// <summary>
    /// Returns a block that halves the sides or keeps them. The first block reads the image itself, so it has no ReLU
    /// in front.
    /// </summary>
    /// <remarks>A 1 × 1 convolution commutes with pooling and upsampling: on the smaller image it costs less.</remarks>
    private static Residual Shrink(NetworkSpec spec, int inputs, int outputs, bool isFirst, bool halves)
    {
        var hidden = isFirst ? outputs : inputs;
        nn.Module<Tensor, Tensor>[] rectifier = isFirst ? [] : [new LeakyRelu(0)];
        nn.Module<Tensor, Tensor>[] widening = inputs != outputs || halves ? [Convolution1(spec, inputs, outputs)] : [];
        return new(
            new Sequential(
            [
                .. rectifier, Convolution3(spec, inputs, hidden, LeakyRelu.Gain(0)),
                new LeakyRelu(0), Convolution3(spec, hidden, outputs, LeakyRelu.Gain(0)), .. Pooling(),
            ]),
            new Sequential([.. Pooling(), .. widening]));

        nn.Module<Tensor, Tensor>[] Pooling() => halves ? [new AveragePooling()] : [];
    }

    private static nn.Module Normalization(NetworkSpec spec, int channels) => spec.Classes > 0
        ? new ConditionalBatchNormalization(spec, channels)
        : new BatchNormalization(spec, channels);

    private static Convolution Convolution3(NetworkSpec spec, int inputs, int outputs, double gain) =>
        new(spec, inputs, outputs, kernel: 3, stride: 1, padding: 1, gain);

    private static Convolution Convolution1(NetworkSpec spec, int inputs, int outputs) =>
        new(spec, inputs, outputs, kernel: 1, stride: 1, padding: 0, gain: 1);

    private IEnumerable<SelfAttention> Attention(NetworkSpec spec, int channels, int height, int width) =>
        Math.Min(height, width) == SelfAttention ? [new SelfAttention(spec, channels, height, width)] : [];

    /// <summary>Returns the generator's pyramid and the number of the discriminator's halvings.</summary>
    private (Pyramid Pyramid, int Halvings) Plan(SampleShape shape)
    {
        var pyramid = Pyramid.Of(shape, nameof(SnganResNet));
        var (side, halvings) = (Shorter(shape), pyramid.Halvings);
        if (side <= Small)
            for (halvings = 1; side >> halvings > Settled; halvings++)
            {
            }

        var sides = Enumerable.Range(1, halvings).Select(halving => side >> halving).ToArray();
        return SelfAttention is not { } wanted || sides.Contains(wanted)
            ? (pyramid, halvings)
            : throw new InvalidOperationException(
                $"SelfAttention is {wanted}, but SnganResNet for {shape} has no such side. Choose one of "
                    + $"{string.Join(", ", sides)}, or null.");
    }
}
