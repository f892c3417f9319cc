using MLNet.Gan.Losses;
using MLNet.Gan.Monitoring;
using MLNet.Gan.Networks;
using MLNet.Gan.Regularizers;

namespace MLNet.Gan;

/// <summary>How to train a GAN. Every value but the shape has a default that works.</summary>
/// <remarks>Immutable: vary a set of options with a <c>with</c> expression.</remarks>
public sealed record GanOptions
{
    /// <summary>The shape of one sample.</summary>
    public required SampleShape Shape { get; init => field = Check.NotNull(value); }

    /// <summary>
    /// The column of samples: vectors of <see cref="float"/>, images plane by plane in [−1, 1]; default "Features".
    /// </summary>
    public string InputColumn { get; init => field = Check.Name(value); } = "Features";

    /// <summary>The column of classes, a key or whole numbers from 0; null (default) trains without classes.</summary>
    public string? LabelColumn { get; init => field = Check.NameOrNull(value); }

    /// <summary>The column that the trained generator adds; default "Generated".</summary>
    public string OutputColumn { get; init => field = Check.Name(value); } = "Generated";

    /// <summary>
    /// The column that the trained generator reads its latents from; null (default) draws them from the seed and the
    /// row's id.
    /// </summary>
    public string? LatentColumn { get; init => field = Check.NameOrNull(value); }

    /// <summary>The two networks; default <see cref="Mlp"/>.</summary>
    public IArchitecture Architecture { get; init => field = Check.NotNull(value); } = new Mlp();

    /// <summary>What the players minimize; default the relativistic pairing loss of R3GAN.</summary>
    public IGanLoss Loss { get; init => field = Check.NotNull(value); } = new RelativisticLoss();

    /// <summary>What is added to the losses; default R1 and R2 of strength 0.1.</summary>
    public IReadOnlyList<IRegularizer> Regularizers { get; init => field = Check.Intervals(value); } =
        [new R1Penalty { Gamma = 0.1 }, new R2Penalty { Gamma = 0.1 }];

    /// <summary>The generator's optimizer.</summary>
    public AdamOptions GeneratorOptimizer { get; init => field = Check.NotNull(value); } = new();

    /// <summary>
    /// The discriminator's optimizer; another learning rate here is the two time-scale rule (Heusel et al., 2017).
    /// </summary>
    public AdamOptions DiscriminatorOptimizer { get; init => field = Check.NotNull(value); } = new();

    /// <summary>Both optimizers at once, for the common case that they are equal.</summary>
    public AdamOptions Optimizer
    {
        init => (GeneratorOptimizer, DiscriminatorOptimizer) = (value, value);
    }

    /// <summary>The number of samples in a batch, at least 1 and at most the number of rows; default 64.</summary>
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
    /// How much of the averaged generator (EMA) survives a step, from 0 to 1; default 0.999. Early on it is at most
    /// (1 + step) / (10 + step).
    /// </summary>
    public Schedule EmaDecay { get; init => field = Check.NotNull(value); } = 0.999;

    /// <summary>Who watches the run; default a monitor that ends it when a loss is no longer a number.</summary>
    public IReadOnlyList<IMonitor> Monitors { get; init => field = Check.NotNull(value); } = [new DivergenceMonitor()];

    /// <summary>
    /// The number of steps between two reports to monitors, progress and log, at least 1; default 50.
    /// </summary>
    public int ReportInterval { get; init => field = Check.Positive(value); } = 50;

    /// <summary>Pictures of the run: samples from one set of latents through time; null (default) takes none.</summary>
    public SnapshotOptions? Snapshots { get; init; }

    /// <summary>Equal seeds give equal runs on one machine with one number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The CPU threads of training, at least 1; null (default) takes one for vectors and all cores for images.
    /// </summary>
    public int? Threads { get; init => field = value is { } threads ? Check.Positive(threads) : null; }

    /// <summary>Told of every report; null (default) tells nobody but ML.NET's log.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Ends training before its next step; <c>Fit</c> then returns what it has, marked as cancelled.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The options that decide what a run computes, a line each: <c>Name = value</c>.</summary>
    public string ToText() => OptionsText.Of(this);
}
