using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// The networks of R3GAN (Huang et al., 2024, sec. 4): residual blocks of grouped convolutions without normalization,
/// for images whose sides can be halved down to 4 to 7.
/// </summary>
/// <remarks>
/// A block is x + W₃ φ(W₂ φ(W₁ x)) with 1 × 1, grouped 3 × 3 and 1 × 1 kernels and the leaky ReLU φ of slope 0.2. Fixup
/// (Zhang et al., 2019): W₃ is initialized to 0, and the gain of W₁ and W₂ is divided by L^(1/4) for a network of L
/// blocks, so that no normalization is needed. The generator starts from a learned constant whose channels are scaled
/// by a linear map of the latent; the discriminator ends with a weighted sum over each channel. Sides are doubled and
/// halved by bilinear interpolation between pixel centers, as in the paper. The paper's sizes: 32 pixels,
/// <see cref="Width"/> 768 and <see cref="Blocks"/> 2; 64 pixels, 384 with 1 of <see cref="Doublings"/>; 256 pixels, 96
/// with 3. It differs from the paper in two points: samples are bounded by tanh, as for all image architectures here,
/// and a conditional discriminator uses projection, without a bottleneck.
/// </remarks>
public sealed record R3Gan : IArchitecture
{
    private const double Slope = 0.2;

    // The layers of a block, m in the exponent −1/(2m − 2) of Fixup.
    private const int LayersOfABlock = 3;

    /// <summary>The length of a latent vector, at least 1; default 64, as in the paper.</summary>
    public int LatentSize { get; init => field = Check.Positive(value); } = 64;

    /// <summary>The channels of the stage next to the image, at least 1; default 32.</summary>
    public int Width { get; init => field = Check.Positive(value); } = 32;

    /// <summary>
    /// The number of stages, counted from the image, at which the channels double, at least 0; default 0.
    /// </summary>
    public int Doublings { get; init => field = Check.NotNegative(value); }

    /// <summary>The number of blocks of a stage, at least 1; default 1, and 2 in the paper.</summary>
    public int Blocks { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The factor by which a block is wider inside, at least 1; default 2, as in the paper.</summary>
    public int Expansion { get; init => field = Check.Positive(value); } = 2;

    /// <summary>
    /// The channels of a group of the 3 × 3 convolution, at least 1; it must divide <see cref="Width"/> ·
    /// <see cref="Expansion"/>. The paper's cardinality is their quotient. Default 16, as in the paper.
    /// </summary>
    public int GroupSize { get; init => field = Check.Positive(value); } = 16;

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
        var pyramid = Plan(spec.Shape);
        var labels = spec.Classes > 0 ? new LabelEmbedding(spec, LabelSize, deviation: 1) : null;
        var channels = Channels(pyramid.Halvings);
        List<nn.Module<Tensor, Tensor>> layers =
        [
            new LearnedConstant(
                spec, LatentSize + (labels is null ? 0 : LabelSize), channels, pyramid.Height, pyramid.Width),
            .. Stage(spec, pyramid, channels),
        ];
        for (var halvings = pyramid.Halvings - 1; halvings >= 0; halvings--)
        {
            layers.AddRange([.. Change(spec, channels, Channels(halvings)), new BilinearUpsampling()]);
            channels = Channels(halvings);
            layers.AddRange(Stage(spec, pyramid, channels));
        }

        layers.AddRange([Convolution1(spec, channels, spec.Shape.Channels, gain: 1, bias: false), new Tanh()]);
        return new ConditionalGenerator(labels, new Sequential([.. layers]));
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec)
    {
        spec = spec with { Initialization = Initialization };
        var pyramid = Plan(spec.Shape);
        List<nn.Module<Tensor, Tensor>> layers =
        [
            Convolution1(spec, spec.Shape.Channels, Width, gain: 1, bias: false), .. Stage(spec, pyramid, Width),
        ];
        for (var halvings = 1; halvings <= pyramid.Halvings; halvings++)
        {
            var channels = Channels(halvings);
            layers.AddRange([new AveragePooling(), .. Change(spec, Channels(halvings - 1), channels)]);
            layers.AddRange(Stage(spec, pyramid, channels));
        }

        var features = Channels(pyramid.Halvings);
        layers.Add(new WeightedSum(spec, features, pyramid.Height, pyramid.Width));
        return new Discriminator(spec, new Sequential([.. layers]), features);
    }

    private static Convolution Convolution1(NetworkSpec spec, int inputs, int outputs, double gain, bool bias) =>
        new(spec, inputs, outputs, kernel: 1, stride: 1, padding: 0, gain, bias: bias);

    private static IEnumerable<Convolution> Change(NetworkSpec spec, int inputs, int outputs) =>
        inputs == outputs ? [] : [Convolution1(spec, inputs, outputs, gain: 1, bias: false)];

    private int Channels(int halvings) => Pyramid.Channels(Width, Doublings, halvings);

    private IEnumerable<Residual> Stage(NetworkSpec spec, Pyramid pyramid, int channels)
    {
        var blocks = Blocks * (pyramid.Halvings + 1);
        var gain = LeakyRelu.Gain(Slope) * Math.Pow(blocks, -1.0 / (2 * LayersOfABlock - 2));
        var inside = Expansion * channels;
        for (var block = 0; block < Blocks; block++)
            yield return new(
                new Sequential(
                    Convolution1(spec, channels, inside, gain, bias: true), new LeakyRelu(Slope),
                    new Convolution(
                        spec, inside, inside, kernel: 3, stride: 1, padding: 1, gain, groups: inside / GroupSize),
                    new LeakyRelu(Slope), Convolution1(spec, inside, channels, gain: 0, bias: false)),
                new Sequential());
    }

    private Pyramid Plan(SampleShape shape) => Width * Expansion % GroupSize == 0
        ? Pyramid.Of(shape, nameof(R3Gan))
        : throw new InvalidOperationException(
            $"GroupSize is {GroupSize}, but it must divide Width · Expansion = {Width * Expansion}. Choose a divisor "
                + "of it.");
}
