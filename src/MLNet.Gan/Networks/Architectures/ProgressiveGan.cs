using MLNet.Gan.Layers;

namespace MLNet.Gan;

/// <summary>
/// The progressively growing networks of Karras et al. (2018, table 2), which are trained at 4 × 4 pixels first; then
/// the sides are doubled repeatedly and the new layers faded in. For images whose sides are 4 times powers of two.
/// </summary>
/// <remarks>
/// <para>
/// Samples have their full size in every phase. The generator repeats each pixel of the phase's small image, and the
/// discriminator averages its input back to that size, which is the exact inverse. So losses, penalties and data do not
/// depend on the phase, and a generator can be exported in any phase.
/// </para>
/// <para>
/// Weights have the equalized learning rate of the paper (sec. 4.1) unless another parametrization is chosen; the
/// generator normalizes each pixel (sec. 4.2), and the discriminator has the minibatch standard deviation (sec. 3). The
/// paper's sizes, for 1024 pixels: <see cref="LatentSize"/> 512, <see cref="Width"/> 16, <see cref="Doublings"/> 5,
/// <see cref="BatchSize"/> 16, and 800 000 images for a fade and for a stable phase. It differs from the paper in that
/// samples are bounded by tanh, as for all image architectures here, and that a conditional discriminator uses
/// projection.
/// </para>
/// </remarks>
public sealed record ProgressiveGan : IGrowingArchitecture
{
    private const double Slope = 0.2;
    private const int Smallest = 4;
    private const int DeviationGroup = 4;

    /// <summary>The length of a latent vector, at least 1; default 128.</summary>
    public int LatentSize { get; init => field = Check.Positive(value); } = 128;

    /// <summary>The channels next to the full-size image, at least 1; default 16.</summary>
    public int Width { get; init => field = Check.Positive(value); } = 16;

    /// <summary>
    /// The number of levels, counted from the image, at which the channels double, at least 0; default 2.
    /// </summary>
    public int Doublings { get; init => field = Check.NotNegative(value); } = 2;

    /// <summary>The length of a class's embedding in the generator, at least 1; default 16.</summary>
    public int LabelSize { get; init => field = Check.Positive(value); } = 16;

    /// <summary>The number of real images of a phase in which a level fades in, at least 1; default 600 000.</summary>
    public long FadeImages { get; init => field = AtLeastOne(value, nameof(FadeImages)); } = 600_000;

    /// <summary>The number of real images of a phase between two fades, at least 1; default 600 000.</summary>
    public long StableImages { get; init => field = AtLeastOne(value, nameof(StableImages)); } = 600_000;

    /// <summary>The batch size at 4 × 4, at least 1; halved at every level; default 64.</summary>
    public int BatchSize { get; init => field = Check.Positive(value); } = 64;

    /// <summary>The batch size below which halving stops, at least 1; default 16.</summary>
    public int SmallestBatchSize { get; init => field = Check.Positive(value); } = 16;

    /// <inheritdoc/>
    public bool IsBounded(SampleShape shape) => true;

    /// <inheritdoc/>
    /// <remarks>
    /// First 4 × 4 alone for <see cref="StableImages"/>. Then each level is faded in linearly for
    /// <see cref="FadeImages"/>, and trained for <see cref="StableImages"/>; the last one until the end.
    /// </remarks>
    public Phase PhaseAt(long images, SampleShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(images);
        var cycle = FadeImages + StableImages;
        var past = images - StableImages;
        var level = past < 0 ? 0 : (int)Math.Min(past / cycle + 1, Plan(shape).Halvings);
        var faded = level == 0 ? 1 : Math.Min((past - (level - 1) * cycle) / (double)FadeImages, 1);
        return new(level, faded, Math.Max(BatchSize >> level, Math.Min(SmallestBatchSize, BatchSize)));
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec)
    {
        spec = Equalized(spec);
        var pyramid = Plan(spec.Shape);
        var labels = spec.Classes > 0 ? new LabelEmbedding(spec, LabelSize, deviation: 1) : null;
        var gain = LeakyRelu.Gain(Slope);
        var channels = Channels(pyramid.Halvings);
        var inputs = LatentSize + (labels is null ? 0 : LabelSize);
        List<Sequential> levels =
        [
            new Sequential(
            [
                new PixelNormalization(),
                new Linear(spec, inputs, channels * pyramid.Height * pyramid.Width, gain),
                new Reshape(channels, pyramid.Height, pyramid.Width), new LeakyRelu(Slope), new PixelNormalization(),
                .. Layer(channels, channels),
            ]),
        ];
        List<Convolution> colors = [Colors(channels)];
        for (var halvings = pyramid.Halvings - 1; halvings >= 0; halvings--)
        {
            var outputs = Channels(halvings);
            levels.Add(new Sequential([new NearestUpsampling(), .. Layer(channels, outputs), .. Layer(outputs, outputs)]));
            colors.Add(Colors(outputs));
            channels = outputs;
        }

        return new GrowingGenerator(labels, new GrowingImage(levels, colors));

        nn.Module<Tensor, Tensor>[] Layer(int from, int to) =>
            [Convolution3(spec, from, to), new LeakyRelu(Slope), new PixelNormalization()];

        Convolution Colors(int from) =>
            new(spec, from, spec.Shape.Channels, kernel: 1, stride: 1, padding: 0, gain: 1);
    }

    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec)
    {
        spec = Equalized(spec);
        var pyramid = Plan(spec.Shape);
        var features = Channels(pyramid.Halvings);
        List<Sequential> levels =
        [
            new Sequential(
                new MinibatchStdChannel(DeviationGroup),
                Convolution3(spec, features + 1, features), new LeakyRelu(Slope),
                new Reshape(features * pyramid.Height * pyramid.Width),
                new Linear(spec, features * pyramid.Height * pyramid.Width, features, LeakyRelu.Gain(Slope)),
                new LeakyRelu(Slope)),
        ];
        List<Sequential> colors = [Colors(features)];
        for (var halvings = pyramid.Halvings - 1; halvings >= 0; halvings--)
        {
            var (inputs, outputs) = (Channels(halvings), Channels(halvings + 1));
            levels.Add(new Sequential(
                Convolution3(spec, inputs, inputs), new LeakyRelu(Slope), Convolution3(spec, inputs, outputs),
                new LeakyRelu(Slope), new AveragePooling()));
            colors.Add(Colors(inputs));
        }

        return new GrowingDiscriminator(spec, new GrowingFeatures(levels, colors), features);

        Sequential Colors(int to) => new(
            new Convolution(
                spec, spec.Shape.Channels, to, kernel: 1, stride: 1, padding: 0, LeakyRelu.Gain(Slope)),
            new LeakyRelu(Slope));
    }

    private static NetworkSpec Equalized(NetworkSpec spec) =>
        spec.WeightParametrization is null ? spec with { WeightParametrization = new EqualizedLearningRate() } : spec;

    private static Convolution Convolution3(NetworkSpec spec, int inputs, int outputs) =>
        new(spec, inputs, outputs, kernel: 3, stride: 1, padding: 1, LeakyRelu.Gain(Slope));

    private static long AtLeastOne(long value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");

    private static Pyramid Plan(SampleShape shape)
    {
        return shape.IsImage && Fits(shape.Height) && Fits(shape.Width)
            && Math.Min(shape.Height, shape.Width) > Smallest
            ? Pyramid.Of(shape, nameof(ProgressiveGan))
            : throw new InvalidOperationException(
                "ProgressiveGan needs an image whose sides are 4 times powers of two, at least 8, such as 32 or 64, but "
                    + $"the shape is {shape}. Pad or resize the images, for example from 28 to 32, or use R3Gan.");

        static bool Fits(int side) => side >= Smallest && int.IsPow2(side);
    }

    private int Channels(int halvings) => Pyramid.Channels(Width, Doublings, halvings);
}
