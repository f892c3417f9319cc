namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>Settings that fail in known ways, and settings that train well.</summary>
internal static class StabilitySettings
{
    private const int Steps = 3000, ImageSteps = 2000, TableSteps = 1500, SpikeAt = 1500;

    private const string
        Divergence = "Divergence", Collapse = "ModeCollapse", Partial = "PartialModeCollapse", Vanishing = "VanishingGradient",
        Oscillation = "Oscillation", Overfitting = "DiscriminatorOverfitting", Memorization = "Memorization", Dropped = "DroppedCategory";

    private static readonly R1Penalty R1 = new() { Gamma = 0.1 };
    private static readonly R2Penalty R2 = new() { Gamma = 0.1 };

    /// <summary>A setting that trains well on points.</summary>
    public static GanOptions Points { get; } = new()
    {
        Standardizes = true,
        Architecture = new Mlp { LatentSize = 2 },
        FeatureColumnName = Mixtures.Mixture.Column,
        Loss = new NonSaturatingLoss(),
        Regularizers = [R1],
        Optimizer = new Adam { LearningRate = Schedule.Linear(3e-3, 1.5e-4, Steps) },
        Steps = Steps,
    };

    /// <summary>Momentum and a constant rate, without a penalty.</summary>
    private static GanOptions Restless { get; } = Points with
    {
        Regularizers = [],
        Optimizer = new Adam { LearningRate = 1e-3, Beta1 = 0.9, Beta2 = 0.999 },
    };

    /// <summary>A setting that trains well on images.</summary>
    public static GanOptions Pixels { get; } = new()
    {
        Architecture = new Mlp { LatentSize = 32 },
        Loss = new NonSaturatingLoss(),
        Regularizers = [new R1Penalty { Gamma = 1 }],
        Optimizer = new Adam { LearningRate = 5e-4 },
        Steps = ImageSteps,
        BatchSize = 32,
    };

    private static GanOptions Table { get; } = Presets.Tabular with { Shape = null, FeatureColumnName = "Features", Steps = TableSteps };

    public static IReadOnlyList<StabilitySetting> All { get; } = [.. Tuning, .. HeldOut.Select(setting => setting with { IsTuning = false })];

    private static IReadOnlyList<StabilitySetting> Tuning =>
    [
        .. Failing("saturating loss, strong discriminator", [Vanishing, Collapse], StabilitySources.Grid, Points with
        {
            Loss = new SaturatingLoss(), Regularizers = [], DiscriminatorSteps = 5,
        }),
        .. Failing("no penalty, high rates", [Divergence, Collapse, Partial, Vanishing], StabilitySources.Ring, Restless with
        {
            Optimizer = new Adam { LearningRate = 2e-2, Beta1 = 0.9, Beta2 = 0.999 },
        }),
        .. Failing("SGD with momentum", [Divergence, Collapse, Partial, Oscillation], StabilitySources.Grid, Restless with
        {
            Optimizer = new Sgd { LearningRate = 0.05, Momentum = 0.9 },
        }),
        .. Failing("WGAN without a Lipschitz bound", [Divergence, Collapse], StabilitySources.Ring, Restless with { Loss = new WassersteinLoss() }),
        .. Failing("Adam with momentum, no penalty", [Oscillation, Partial, Collapse, Vanishing], StabilitySources.Ring, Restless),
        .. Failing("600 images, no augmentation", [Overfitting, Memorization, Vanishing], StabilitySources.Fashion600, Pixels with
        {
            Regularizers = [], DiscriminatorSteps = 2,
        }),
        .. Failing("batches of 4", [Partial, Collapse, Oscillation], StabilitySources.Grid, Restless with { BatchSize = 4 }),
        .. Failing("unequal categories", [Dropped], StabilitySources.Table5000, Table),
        .. Failing("unequal categories, few rows", [Dropped, Overfitting, Memorization], StabilitySources.Table800, Table),
        .. Failing("spike of the learning rate", [Divergence, Collapse, Partial, Vanishing], StabilitySources.Ring, Points with
        {
            Regularizers = [],
            Optimizer = new Adam { LearningRate = new SpikeSchedule(1e-3, 0.1, SpikeAt, Length: 20) },
        }, SpikeAt),
        .. Failing("a loss that is NaN once", [Divergence], StabilitySources.Ring, Points with
        {
            Loss = new FaultyLoss(new NonSaturatingLoss(), SpikeAt),
        }, SpikeAt),
        .. Failing("generator too small", [Partial, Collapse], StabilitySources.Grid, Points with
        {
            Architecture = new UnequalMlp(new() { LatentSize = 2, Width = 3 }, new()),
        }),
        .. Failing("frozen discriminator", [Collapse, Partial, Divergence], StabilitySources.Ring, Points with
        {
            DiscriminatorOptimizer = new Adam { LearningRate = 1e-9 },
        }),
        .. Failing("generator too fast", [Collapse, Partial, Oscillation], StabilitySources.Grid, Restless with
        {
            GeneratorOptimizer = new Adam { LearningRate = 1e-2, Beta1 = 0.5 }, DiscriminatorOptimizer = new Adam { LearningRate = 1e-4, Beta1 = 0.5 },
        }),
        .. Failing("images, no penalty, high rates", [Divergence, Collapse, Partial, Vanishing], StabilitySources.Fashion, Pixels with
        {
            Regularizers = [], Optimizer = new Adam { LearningRate = 1e-2, Beta1 = 0.9 },
        }),

        .. Failing("rare class", [Dropped], StabilitySources.Classes, Points with { LabelColumnName = "Label" }),

        Healthy("R1", StabilitySources.Ring, Points),
        Healthy("R1", StabilitySources.Grid, Points),
        Healthy("relativistic, R1 + R2", StabilitySources.Ring, Points with { Loss = new RelativisticPairingLoss(), Regularizers = [R1, R2] }),
        Healthy("relativistic, R1 + R2", StabilitySources.Grid, Points with { Loss = new RelativisticPairingLoss(), Regularizers = [R1, R2] }),
        Healthy("hinge, R1", StabilitySources.Ring, Points with { Loss = new HingeLoss() }),
        Healthy("least squares, R1", StabilitySources.Grid, Points with { Loss = new LeastSquaresLoss() }),
        Healthy("zero-centered penalty", StabilitySources.Ring, Points with { Regularizers = [new ZeroCenteredGradientPenalty { Weight = 0.1 }] }),
        Healthy("R1, batches of 256", StabilitySources.Ring, Points with { BatchSize = 256 }),
        Healthy("R1", StabilitySources.Fashion, Pixels),
        Healthy("relativistic, R1 + R2", StabilitySources.Fashion, Pixels with
        {
            Loss = new RelativisticPairingLoss(), Regularizers = [new R1Penalty { Gamma = 1 }, new R2Penalty { Gamma = 1 }],
        }),
        Healthy("hinge, R1", StabilitySources.Fashion, Pixels with { Loss = new HingeLoss() }),
        Healthy("WGAN-GP, 5 critic steps", StabilitySources.Ring, Points with
        {
            Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty { Weight = 0.1 }], DiscriminatorSteps = 5,
        }),
    ];

    private static IReadOnlyList<StabilitySetting> HeldOut =>
    [
        .. Failing("saturating loss, 8 discriminator steps", [Vanishing, Collapse], StabilitySources.Ring, Points with
        {
            Loss = new SaturatingLoss(), Regularizers = [], DiscriminatorSteps = 8,
        }),
        .. Failing("hinge, no penalty, high rates", [Divergence, Collapse, Partial, Vanishing], StabilitySources.Grid, Restless with
        {
            Loss = new HingeLoss(), Optimizer = new Adam { LearningRate = 1e-2, Beta1 = 0.9, Beta2 = 0.999 },
        }),
        .. Failing("SGD with momentum", [Divergence, Collapse, Partial, Oscillation], StabilitySources.Ring, Restless with
        {
            Optimizer = new Sgd { LearningRate = 0.02, Momentum = 0.9 },
        }),
        .. Failing("WGAN without a Lipschitz bound, RMSProp", [Divergence, Collapse], StabilitySources.Grid, Restless with
        {
            Loss = new WassersteinLoss(), Optimizer = new RmsProp { LearningRate = 1e-3 },
        }),
        .. Failing("least squares, momentum, no penalty", [Oscillation, Partial, Collapse, Vanishing], StabilitySources.Grid, Restless with
        {
            Loss = new LeastSquaresLoss(),
        }),
        .. Failing("batches of 4, least squares", [Partial, Collapse, Oscillation], StabilitySources.Ring, Restless with
        {
            Loss = new LeastSquaresLoss(), BatchSize = 4,
        }),
        .. Failing("600 images, hinge, 4 discriminator steps", [Overfitting, Memorization, Vanishing], StabilitySources.Fashion600, Pixels with
        {
            Loss = new HingeLoss(), Regularizers = [], DiscriminatorSteps = 4,
        }),
        .. Failing("unequal categories, smaller batches", [Dropped, Overfitting], StabilitySources.Table5000, Table with { BatchSize = 64 }),
        .. Failing("spike of the learning rate, R1", [Divergence, Collapse, Partial, Vanishing], StabilitySources.Grid, Points with
        {
            Optimizer = new Adam { LearningRate = new SpikeSchedule(1e-3, 0.3, SpikeAt + 500, Length: 10) },
        }, SpikeAt + 500),
        .. Failing("a loss that is NaN once", [Divergence], StabilitySources.Grid, Points with
        {
            Loss = new FaultyLoss(new RelativisticPairingLoss(), SpikeAt - 300), Regularizers = [R1, R2],
        }, SpikeAt - 300),
        .. Failing("generator too small", [Partial, Collapse], StabilitySources.Ring, Points with
        {
            Architecture = new UnequalMlp(new() { LatentSize = 2, Width = 2 }, new()),
        }),
        .. Failing("frozen discriminator", [Collapse, Partial, Divergence], StabilitySources.Grid, Points with
        {
            DiscriminatorOptimizer = new Adam { LearningRate = 1e-9 },
        }),
        .. Failing("generator too fast", [Collapse, Partial, Oscillation], StabilitySources.Ring, Restless with
        {
            GeneratorOptimizer = new Adam { LearningRate = 1e-2, Beta1 = 0.5 }, DiscriminatorOptimizer = new Adam { LearningRate = 1e-4, Beta1 = 0.5 },
        }),
        .. Failing("images, WGAN without a Lipschitz bound", [Divergence, Collapse], StabilitySources.Fashion, Pixels with
        {
            Loss = new WassersteinLoss(), Regularizers = [],
        }),

        Healthy("R1 of 0.2", StabilitySources.Ring, Points with { Regularizers = [new R1Penalty { Gamma = 0.2 }] }),
        Healthy("relativistic average, R1 + R2", StabilitySources.Grid, Points with { Loss = new RelativisticAverageLoss(), Regularizers = [R1, R2] }),
        Healthy("hinge, R1", StabilitySources.Grid, Points with { Loss = new HingeLoss() }),
        Healthy("least squares, R1", StabilitySources.Ring, Points with { Loss = new LeastSquaresLoss() }),
        Healthy("R1 + R2", StabilitySources.Ring, Points with { Regularizers = [R1, R2] }),
        Healthy("R1, batches of 128", StabilitySources.Grid, Points with { BatchSize = 128 }),
        Healthy("least squares, R1", StabilitySources.Fashion, Pixels with { Loss = new LeastSquaresLoss() }),
        Healthy("relativistic average, R1 + R2", StabilitySources.Fashion, Pixels with
        {
            Loss = new RelativisticAverageLoss(), Regularizers = [new R1Penalty { Gamma = 1 }, new R2Penalty { Gamma = 1 }],
        }),
        Healthy("optimistic Adam, R1", StabilitySources.Ring, Points with
        {
            Optimizer = new OptimisticAdam { LearningRate = Schedule.Linear(3e-3, 1.5e-4, Steps) },
        }),
        Healthy("R1, packs of 2", StabilitySources.Ring, Points with { Packing = 2 }),
    ];

    private static IEnumerable<StabilitySetting> Failing(
        string name, IReadOnlyList<string> kinds, StabilityData data, GanOptions options, int? causedAt = null) =>
        [new(name, data, options, kinds) { CausedAt = causedAt }];

    private static StabilitySetting Healthy(string name, StabilityData data, GanOptions options) => new($"healthy: {name}", data, options, []);
}
