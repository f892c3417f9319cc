using System.Diagnostics.CodeAnalysis;

namespace MLNet.Gan;

/// <summary>The options of a GAN trainer that decide its result. Every value has a default.</summary>
/// <remarks>Immutable: vary a set of options with a <c>with</c> expression.</remarks>
public sealed record GanOptions
{
    private IReadOnlyDictionary<string, (string Value, string Reason)> _reasons =
        new Dictionary<string, (string, string)>();

    /// <summary>
    /// The shape of one sample; null (default) for that of the type of the column of samples when <c>Fit</c> is
    /// called.
    /// </summary>
    /// <remarks>
    /// Vectors of dimensions [C, H, W] with H and W above 1 are images, other vectors of <see cref="float"/> of a known
    /// size are vectors, and ML.NET's images of a known size are images of 3 channels. For gray ones, set a shape of 1
    /// channel: training then takes the luma 0.299 R + 0.587 G + 0.114 B. Interleaved pixels [H, W, C] are refused, and a
    /// shape of an image must have the dimensions of a column of three; a column of one dimension needs only its size.
    /// </remarks>
    [NotNull] // What trains reads it only after Fit has set it.
    public SampleShape? Shape { get; init; }

    /// <summary>
    /// The column of samples: vectors of <see cref="float"/>, images plane by plane in [−1, 1]; or vectors of
    /// <see cref="byte"/>, images plane by plane, or ML.NET's images, whose pixels p become p / 127.5 − 1; default
    /// "Features".
    /// </summary>
    /// <remarks>
    /// Images of ML.NET are disposed when they have been read, as by ML.NET's own <c>ExtractPixels</c>.
    /// </remarks>
    public string FeatureColumnName { get; init => field = Check.Name(value); } = "Features";

    /// <summary>The column of classes, a key or whole numbers from 0; null (default) trains without classes.</summary>
    public string? LabelColumnName { get; init => field = Check.NameOrNull(value); }

    /// <summary>The column that the trained generator adds; default "Generated".</summary>
    public string OutputColumnName { get; init => field = Check.Name(value); } = "Generated";

    /// <summary>
    /// The column that the trained generator reads its latents from; null (default) draws them from the seed and the
    /// row's id.
    /// </summary>
    /// <remarks>
    /// The data of <c>Fit</c> have it too, as vectors of <see cref="float"/> of the architecture's latent size; it is not read
    /// in training.
    /// </remarks>
    public string? LatentColumnName { get; init => field = Check.NameOrNull(value); }

    /// <summary>The architecture of generator and discriminator; default <see cref="Mlp"/>.</summary>
    public IArchitecture Architecture { get; init => field = Check.NotNull(value); } = new Mlp();

    /// <summary>The loss of generator and discriminator; default the relativistic pairing loss of R3GAN.</summary>
    public IGanLoss Loss { get; init => field = Check.NotNull(value); } = new RelativisticPairingLoss();

    /// <summary>The terms that are added to the losses; default R1 and R2 of strength 0.1.</summary>
    public IReadOnlyList<IRegularizer> Regularizers
    {
        get;
        init => field = Check.Each(value, regularizer => regularizer.Interval >= 1, "regularizers whose interval is at least 1");
    } =
        [new R1Penalty { Gamma = 0.1 }, new R2Penalty { Gamma = 0.1 }];

    /// <summary>The parametrization of the generator's weights; null (default) for none.</summary>
    public IWeightParametrization? GeneratorWeights { get; init; }

    /// <summary>
    /// The parametrization of the discriminators' weights, for example <see cref="SpectralNormalization"/>; null (default)
    /// for none.
    /// </summary>
    public IWeightParametrization? DiscriminatorWeights { get; init; }

    /// <summary>The statistic of the whole minibatch that the discriminators receive; null (default) for none.</summary>
    public IMinibatchFeature? MinibatchFeature { get; init; }

    /// <summary>Further discriminators, whose weighted losses are added; default none.</summary>
    public IReadOnlyList<AuxiliaryDiscriminator> AuxiliaryDiscriminators { get; init => field = Check.Items(value); } =
        [];

    /// <summary>
    /// The number of samples that a discriminator sees at once, at least 1; it must divide the batch size. Default 1;
    /// more is PacGAN (Lin et al., 2018). With classes the samples of a pack share theirs.
    /// </summary>
    public int Packing { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The unrolling of the discriminator (unrolled GAN, Metz et al., 2017); null (default) for none.</summary>
    public Unrolling? Unrolling { get; init; }

    /// <summary>
    /// The random augmentations in front of every pass of the discriminators, applied in this order; default none.
    /// </summary>
    public IReadOnlyList<IAugmentation> Augmentations { get; init => field = Check.Items(value); } = [];

    /// <summary>The probability with which each augmentation changes a sample, from 0 to 1 at every step; default 1.</summary>
    /// <remarks><see cref="AdaptiveAugmentation"/> takes its place.</remarks>
    public Schedule AugmentationProbability { get; init => field = Check.Share(value); } = 1;

    /// <summary>Whether images are mirrored left to right with probability ½ when they are drawn; default false.</summary>
    public bool HorizontalFlips { get; init; }

    /// <summary>
    /// Whether each component of vectors is standardized to mean 0 and standard deviation 1 for the training, which the
    /// trained generator undoes; default false.
    /// </summary>
    public bool Standardizes { get; init; }

    /// <summary>The controllers, which adjust the run while it proceeds, in this order; default none.</summary>
    public IReadOnlyList<IController> Controllers
    {
        get;
        init => field = Check.Each(value, controller => controller.Interval >= 1, "controllers whose interval is at least 1");
    } = [];

    /// <summary>The generator's optimizer; default <see cref="Adam"/>.</summary>
    public IOptimizer GeneratorOptimizer { get; init => field = Check.NotNull(value); } = new Adam();

    /// <summary>
    /// The discriminator's optimizer; another learning rate here is the two time-scale rule (Heusel et al., 2017).
    /// </summary>
    public IOptimizer DiscriminatorOptimizer { get; init => field = Check.NotNull(value); } = new Adam();

    /// <summary>Both optimizers at once, for the common case that they are equal.</summary>
    public IOptimizer Optimizer
    {
        init => (GeneratorOptimizer, DiscriminatorOptimizer) = (Check.NotNull(value), value);
    }

    /// <summary>The hooks around every update of the generator, such as gradient clipping; default none.</summary>
    public IReadOnlyList<IUpdateHook> GeneratorUpdateHooks { get; init => field = Check.Items(value); } = [];

    /// <summary>The hooks around every update of the discriminators; default none.</summary>
    public IReadOnlyList<IUpdateHook> DiscriminatorUpdateHooks { get; init => field = Check.Items(value); } = [];

    /// <summary>The number of samples in a batch, at least 1 and at most the number of rows; default 64.</summary>
    /// <remarks>Architectures that grow, such as <see cref="ProgressiveGan"/>, have batch sizes of their own.</remarks>
    public int BatchSize { get; init => field = Check.Positive(value); } = 64;

    /// <summary>The number of generator updates, at least 1; default 10 000.</summary>
    public int Steps { get; init => field = Check.Positive(value); } = 10_000;

    /// <summary>
    /// The number of discriminator updates, each on a batch of its own, per generator update, at least 1; default 1.
    /// </summary>
    public int DiscriminatorSteps { get; init => field = Check.Positive(value); } = 1;

    /// <summary>Whether every class is drawn equally often, however rare it is in the data; default false.</summary>
    public bool BalanceClasses { get; init; }

    /// <summary>
    /// The average of the generator's weights, which is returned; default an exponential moving average (EMA) of decay
    /// 0.999.
    /// </summary>
    public IWeightAverage Average { get; init => field = Check.NotNull(value); } = new ExponentialMovingAverage();

    /// <summary>
    /// The number of steps between two reports to monitors, progress and log, at least 1; default 50.
    /// </summary>
    public int ReportInterval { get; init => field = Check.Positive(value); } = 50;

    /// <summary>The seed of all random numbers. Equal seeds give equal runs on the CPU of one machine with one number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>The options that decide what a run computes, a line each: <c>Name = value</c>.</summary>
    public string ToText() => OptionsText.Of(this);

    /// <summary>Every value that decides what a run computes, with its reason.</summary>
    /// <returns>The values in the order of <see cref="ToText"/>.</returns>
    public IReadOnlyList<OptionChoice> Explain()
    {
        var defaults = OptionsText.Values(new GanOptions()).ToDictionary();
        string Reason((string Name, string Value) option) =>
            _reasons.TryGetValue(option.Name, out var reason) && reason.Value == option.Value ? reason.Reason
                : defaults[option.Name] == option.Value ? "default"
                : "set by the caller";
        return [.. OptionsText.Values(this).Select(option => new OptionChoice(option.Name, option.Value, Reason(option)))];
    }

    /// <summary>These options with the reasons of their values.</summary>
    internal GanOptions WithReasons(IReadOnlyDictionary<string, string> reasons)
    {
        var values = OptionsText.Values(this).Where(option => reasons.ContainsKey(option.Name));
        return this with { _reasons = values.ToDictionary(option => option.Name, option => (option.Value, reasons[option.Name])) };
    }
}
