using System.Diagnostics.CodeAnalysis;

namespace MLNet.Gan;

/// <summary>How to train a GAN. Every value has a default that works.</summary>
/// <remarks>Immutable: vary a set of options with a <c>with</c> expression.</remarks>
public sealed record GanOptions
{
    private IReadOnlyDictionary<string, (string Value, string Reason)> _reasons =
        new Dictionary<string, (string, string)>();

    /// <summary>
    /// The shape of one sample; null (default) for what the type of the column of samples tells when <c>Fit</c> is
    /// called.
    /// </summary>
    /// <remarks>
    /// Vectors of dimensions [C, H, W] with at most 4 channels are images, other vectors of <see cref="float"/> of a
    /// known size are vectors, and ML.NET's images of a known size are images of 3 channels. For gray ones, set a shape
    /// of 1 channel: training then takes the luma 0.299 R + 0.587 G + 0.114 B.
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
    public string? LatentColumnName { get; init => field = Check.NameOrNull(value); }

    /// <summary>The two networks; default <see cref="Mlp"/>.</summary>
    public IArchitecture Architecture { get; init => field = Check.NotNull(value); } = new Mlp();

    /// <summary>What the players minimize; default the relativistic pairing loss of R3GAN.</summary>
    public IGanLoss Loss { get; init => field = Check.NotNull(value); } = new RelativisticPairingLoss();

    /// <summary>What is added to the losses; default R1 and R2 of strength 0.1.</summary>
    public IReadOnlyList<IRegularizer> Regularizers
    {
        get;
        init => field = Check.Each(value, regularizer => regularizer.Interval >= 1, "regularizers whose interval is at least 1");
    } =
        [new R1Penalty { Gamma = 0.1 }, new R2Penalty { Gamma = 0.1 }];

    /// <summary>How the generator's weights are made of its parameters; null (default) for the parameters.</summary>
    public IWeightParametrization? GeneratorWeights { get; init; }

    /// <summary>
    /// How the discriminators' weights are made of their parameters, for example by
    /// <see cref="SpectralNormalization"/>; null (default) for the parameters.
    /// </summary>
    public IWeightParametrization? DiscriminatorWeights { get; init; }

    /// <summary>What the discriminators are told of the batch as a whole; null (default) for nothing.</summary>
    public IMinibatchFeature? MinibatchFeature { get; init; }

    /// <summary>Further discriminators whose losses are weighted in; default none.</summary>
    public IReadOnlyList<AuxiliaryDiscriminator> AuxiliaryDiscriminators { get; init => field = Check.NotNull(value); } =
        [];

    /// <summary>
    /// The number of samples that a discriminator judges at once, at least 1; it must divide the batch. Default 1,
    /// more is PacGAN (Lin et al., 2018). With classes the samples of a pack share theirs.
    /// </summary>
    public int Packing { get; init => field = Check.Positive(value); } = 1;

    /// <summary>The discriminator's updates that the generator looks ahead; null (default) for none.</summary>
    public Unrolling? Unrolling { get; init; }

    /// <summary>
    /// How samples are changed at random in front of every look of the discriminators, in this order; default not at
    /// all.
    /// </summary>
    public IReadOnlyList<IAugmentation> Augmentations { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The share of samples that each augmentation changes, from 0 to 1; default 1.</summary>
    /// <remarks><see cref="AdaptiveAugmentation"/> takes its place.</remarks>
    public Schedule AugmentationProbability { get; init => field = Check.NotNull(value); } = 1;

    /// <summary>Whether images are mirrored left to right with probability ½ when they are drawn; default false.</summary>
    public bool HorizontalFlips { get; init; }

    /// <summary>
    /// Whether each component of vectors is brought to mean 0 and deviation 1 for the training, which the trained
    /// generator undoes; default false.
    /// </summary>
    public bool Standardizes { get; init; }

    /// <summary>What steers the run by what it sees of it, in this order; default nothing.</summary>
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

    /// <summary>What is done to the generator around every update, such as clipping; default nothing.</summary>
    public IReadOnlyList<IUpdateHook> GeneratorUpdateHooks { get; init => field = Check.NotNull(value); } = [];

    /// <summary>What is done to the discriminators around every update; default nothing.</summary>
    public IReadOnlyList<IUpdateHook> DiscriminatorUpdateHooks { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The number of samples in a batch, at least 1 and at most the number of rows; default 64.</summary>
    /// <remarks>Architectures that grow, such as <see cref="ProgressiveGan"/>, bring their own.</remarks>
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
    /// How the generator that is returned is averaged over the run; default an exponential average (EMA) of decay
    /// 0.999.
    /// </summary>
    public IWeightAverage Average { get; init => field = Check.NotNull(value); } = new ExponentialMovingAverage();

    /// <summary>Who watches the run; default a monitor that ends it when a loss is no longer a number.</summary>
    public IReadOnlyList<IMonitor> Monitors { get; init => field = Check.NotNull(value); } = [new DivergenceMonitor()];

    /// <summary>
    /// The number of steps between two reports to monitors, progress and log, at least 1; default 50.
    /// </summary>
    public int ReportInterval { get; init => field = Check.Positive(value); } = 50;

    /// <summary>Pictures of the run: samples from one set of latents through time; null (default) takes none.</summary>
    public SnapshotOptions? Snapshots { get; init; }

    /// <summary>Equal seeds give equal runs on the CPU of one machine with one number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The CPU threads of training, at least 1; null (default) takes one for vectors and all cores for images.
    /// </summary>
    public int? Threads { get; init => field = value is { } threads ? Check.Positive(threads) : null; }

    /// <summary>
    /// How much memory the samples may take before they go to a temporary file; null (default) keeps all in memory, on
    /// the device.
    /// </summary>
    public SpillOptions? Spill { get; init; }

    /// <summary>Told of every report; null (default) tells nobody but ML.NET's log.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Ends training before its next step; <c>Fit</c> then returns what it has, marked as canceled.</summary>
    public CancellationToken CancellationToken { get; init; }

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

    /// <summary>These options, which know why each value was chosen.</summary>
    internal GanOptions WithReasons(IReadOnlyDictionary<string, string> reasons)
    {
        var values = OptionsText.Values(this).Where(option => reasons.ContainsKey(option.Name));
        return this with { _reasons = values.ToDictionary(option => option.Name, option => (option.Value, reasons[option.Name])) };
    }
}
