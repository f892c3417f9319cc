namespace MLNet.Gan;

/// <summary>Options that are known to work, to vary with a <c>with</c> expression.</summary>
/// <remarks>
/// Schedules end at <see cref="GanOptions.Steps"/>: with other steps, give the optimizers a schedule of that length. The
/// shape is that of the usual data and can be changed.
/// </remarks>
public static class Presets
{
    /// <summary>For points of the plane and other short vectors: relativistic pairing with R1 and R2.</summary>
    /// <remarks>Results: docs/benchmarks/mixtures.md.</remarks>
    public static GanOptions Points { get; } = new()
    {
        Shape = SampleShape.Vector(2),
        Architecture = new Mlp { LatentSize = 2 },
        Loss = new RelativisticPairingLoss(),
        Regularizers = [new R1Penalty { Gamma = 0.1 }, new R2Penalty { Gamma = 0.1 }],
        Optimizer = new Adam { LearningRate = Schedule.Linear(from: 1.5e-3, to: 2e-5, 12_000) },
        BatchSize = 256,
        Steps = 12_000,
    };

    /// <summary>For rows of a table, as vectors of numbers in any units, which are standardized.</summary>
    public static GanOptions Tabular { get; } = new()
    {
        Shape = SampleShape.Vector(16),
        Architecture = new Mlp { LatentSize = 32, Width = 256, IsResidual = true },
        Loss = new RelativisticPairingLoss(),
        Regularizers = [new R1Penalty { Gamma = 0.05 }, new R2Penalty { Gamma = 0.05 }],
        Optimizer = new Adam { LearningRate = Schedule.Linear(from: 5e-4, to: 2.5e-5, 10_000) },
        Standardizes = true,
        BatchSize = 256,
        Steps = 10_000,
    };

    /// <summary>For small gray images, such as Fashion-MNIST, in minutes on a CPU.</summary>
    public static GanOptions Images28 { get; } = new()
    {
        Shape = SampleShape.Image(1, 28, 28),
        Architecture = new Dcgan { Width = 32 },
        Loss = new NonSaturatingLoss(),
        Regularizers = [new R1Penalty { Gamma = 1, Interval = 4 }],
        Optimizer = new Adam { LearningRate = Schedule.Cosine(from: 1.5e-3, to: 1e-4, 7_000) },
        BatchSize = 32,
        Steps = 7_000,
    };

    /// <summary>For small color images, such as CIFAR-10: a wider network and a longer run.</summary>
    public static GanOptions Images32 { get; } = new()
    {
        Shape = SampleShape.Image(3, 32, 32),
        Architecture = new Dcgan { Width = 64, LatentSize = 100 },
        Loss = new NonSaturatingLoss(),
        Regularizers = [new R1Penalty { Gamma = 1, Interval = 4 }],
        Optimizer = new Adam { LearningRate = Schedule.Cosine(from: 1e-3, to: 5e-5, 50_000) },
        HorizontalFlips = true,
        BatchSize = 64,
        Steps = 50_000,
    };

    /// <summary>
    /// Residual networks with spectral normalization and the hinge loss (SNGAN, Miyato et al., 2018; mimicry's
    /// settings).
    /// </summary>
    public static GanOptions Sngan { get; } = new()
    {
        Shape = SampleShape.Image(3, 32, 32),
        Architecture = new SnganResNet { GeneratorWidth = 256, DiscriminatorWidth = 128 },
        Loss = new HingeLoss(),
        Regularizers = [],
        DiscriminatorWeights = new SpectralNormalization(),
        Optimizer = new Adam { LearningRate = Schedule.Linear(from: 2e-4, to: 0, 100_000), Beta2 = 0.9 },
        DiscriminatorSteps = 5,
        Average = new ExponentialMovingAverage { Decay = 0.9999 },
        BatchSize = 64,
        Steps = 100_000,
    };

    /// <summary>Networks that grow from 4 × 4 pixels upwards (Karras et al., 2018).</summary>
    public static GanOptions ProgressiveGrowing { get; } = new()
    {
        Shape = SampleShape.Image(3, 32, 32),
        Architecture = new ProgressiveGan(),
        Loss = new WassersteinLoss(),
        Regularizers = [new WganGpPenalty(), new LogitDrift()],
        Optimizer = new Adam { LearningRate = 1e-3, Beta2 = 0.99 },
        HorizontalFlips = true,
        Steps = 200_000,
    };

    /// <summary>The recipe of R3GAN (Huang et al., 2024) for 32 pixels, with a network that one GPU can train.</summary>
    public static GanOptions R3Gan { get; } = new()
    {
        Shape = SampleShape.Image(3, 32, 32),
        Architecture = new R3Gan { Width = 128, Blocks = 2 },
        Loss = new RelativisticPairingLoss(),
        Regularizers =
        [
            new R1Penalty { Gamma = Schedule.Cosine(from: 0.05, to: 0.005, 100_000) },
            new R2Penalty { Gamma = Schedule.Cosine(from: 0.05, to: 0.005, 100_000) },
        ],
        Optimizer = new Adam { LearningRate = Schedule.Cosine(from: 2e-4, to: 5e-5, 100_000), Beta2 = 0.99 },
        Average = new HalfLifeAverage { HalfLife = 500_000 },
        HorizontalFlips = true,
        BatchSize = 128,
        Steps = 100_000,
    };

    /// <summary>The Wasserstein loss with a gradient penalty (WGAN-GP, Gulrajani et al., 2017, algorithm 1).</summary>
    public static GanOptions WganGp { get; } = new()
    {
        Shape = SampleShape.Image(3, 32, 32),
        Architecture = new Dcgan { LatentSize = 128 },
        Loss = new WassersteinLoss(),
        Regularizers = [new WganGpPenalty()],
        Optimizer = new Adam { LearningRate = Schedule.Linear(from: 1e-4, to: 0, 50_000), Beta2 = 0.9 },
        DiscriminatorSteps = 5,
        BatchSize = 64,
        Steps = 50_000,
    };

    /// <summary>For hundreds to thousands of images: <see cref="Images32"/> with DiffAugment.</summary>
    public static GanOptions FewImages { get; } = Images32 with { Augmentations = AugmentationSets.DiffAugment };
}
