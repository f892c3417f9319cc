
namespace MLNet.Gan.Benchmarks.Mixtures;

/// <summary>Every loss with the stabilizers that are usual for it; all else is equal.</summary>
internal static class MixtureVariants
{
    /// <summary>The strength of every gradient penalty: what WGAN-GP's authors take for such toys.</summary>
    private const double Strength = 0.1;

    private static readonly IRegularizer R1 = new R1Penalty { Gamma = Strength };
    private static readonly IRegularizer R2 = new R2Penalty { Gamma = Strength };

    /// <summary>The variants in the order of the tables.</summary>
    /// <param name="steps">The generator's updates.</param>
    public static IReadOnlyList<Variant> All(int steps)
    {
        var learningRate = Schedule.Linear(from: 3e-3, to: 1.5e-4, steps);
        var plain = new GanOptions
        {
            Shape = SampleShape.Vector(2),
            FeatureColumnName = Mixture.Column,
            Architecture = new Mlp { LatentSize = 2 },
            Regularizers = [],
            Optimizer = new Adam { LearningRate = learningRate },
            BatchSize = 64,
            Steps = steps,
        };

        // Momentum, a constant rate and no average: the failures that the calm settings of the others hide.
        var restless = plain with
        {
            Optimizer = new Adam { LearningRate = 1e-3, Beta1 = 0.9, Beta2 = 0.999 },
            Average = new ExponentialMovingAverage { Decay = 0 },
        };
        return
        [
            .. Of(new SaturatingLoss(), "saturating",
                ("none, restless", restless),
                ("none", plain)),
            .. Of(new NonSaturatingLoss(), "non-saturating",
                ("none, restless", restless),
                ("R1, restless", restless with { Regularizers = [R1] }),
                ("none", plain),
                ("R1", plain with { Regularizers = [R1] }),
                ("R1 + R2", plain with { Regularizers = [R1, R2] }),
                ("zero-centered penalty", plain with { Regularizers = [new ZeroCenteredGradientPenalty { Weight = Strength }] }),
                ("DRAGAN", plain with { Regularizers = [new DraganPenalty { Weight = Strength }] }),
                ("consensus", plain with { Regularizers = [new ConsensusPenalty { Weight = Strength }] }),
                ("optimistic Adam", plain with { Optimizer = new OptimisticAdam { LearningRate = learningRate } }),
                ("instance noise", plain with
                {
                    Augmentations = [new InstanceNoise { Deviation = Schedule.Linear(0.1, 0, steps) }],
                }),
                ("unrolled 5", plain with { Unrolling = new() }),
                ("minibatch discrimination", plain with { MinibatchFeature = new MinibatchDiscrimination() }),
                ("packing 2", plain with { Packing = 2 })),
            .. Of(new LeastSquaresLoss(), "least squares",
                ("none", plain),
                ("R1", plain with { Regularizers = [R1] })),
            .. Of(new HingeLoss(), "hinge",
                ("none", plain),
                ("R1", plain with { Regularizers = [R1] }),
                ("spectral normalization", plain with { DiscriminatorWeights = new SpectralNormalization() })),
            .. Of(new WassersteinLoss(), "Wasserstein",
                ("weight clipping, 1 critic step", plain with { DiscriminatorUpdateHooks = [new WeightClipping()] }),
                ("WGAN-GP, 1 critic step", WithPenalty(plain)),
                ("WGAN-GP, 5 critic steps", WithPenalty(plain) with { DiscriminatorSteps = 5 })),
            .. Of(new RelativisticPairingLoss(), "relativistic",
                ("none", plain),
                ("R1", plain with { Regularizers = [R1] }),
                ("R1 + R2", plain with { Regularizers = [R1, R2] })),
            .. Of(new RelativisticAverageLoss(), "relativistic average",
                ("none", plain),
                ("R1 + R2", plain with { Regularizers = [R1, R2] })),
        ];
    }

    private static GanOptions WithPenalty(GanOptions plain) =>
        plain with { Regularizers = [new WganGpPenalty { Weight = Strength }] };

    private static IEnumerable<Variant> Of(
        IGanLoss loss, string name, params (string Stabilizer, GanOptions Options)[] ways) =>
        ways.Select(way => new Variant(name, way.Stabilizer, way.Options with { Loss = loss }));
}
