namespace MLNet.Gan.Benchmarks.Costs;

/// <summary>What is priced, in the order of docs/stabilizers.md.</summary>
internal static class CostVariants
{
    private static readonly SnganResNet Residual = new() { GeneratorWidth = 32, DiscriminatorWidth = 32 };

    private static readonly ProgressiveGan Grown = new()
    {
        Width = 16, FadeImages = 1, StableImages = 1, BatchSize = 32, SmallestBatchSize = 32,
    };

    private static readonly IReadOnlyList<CostVariant> Common =
    [
        new("least squares loss", plain => plain with { Loss = new LeastSquaresLoss() }),
        new("hinge loss", plain => plain with { Loss = new HingeLoss() }),
        new("Wasserstein loss", plain => plain with { Loss = new WassersteinLoss() }),
        new("relativistic pairing", plain => plain with { Loss = new RelativisticPairingLoss() }),
        new("relativistic average", plain => plain with { Loss = new RelativisticAverageLoss() }),
        Regularized("R1", new R1Penalty()),
        Regularized("R1 every 4 steps", new R1Penalty { Interval = 4 }),
        Regularized("R1 and R2", new R1Penalty(), new R2Penalty()),
        Regularized("WGAN-GP's penalty", new WganGpPenalty()),
        Regularized("DRAGAN", new DraganPenalty()),
        Regularized("zero-centered penalty", new ZeroCenteredGradientPenalty()),
        Regularized("logit drift", new LogitDrift()),
        Regularized("consensus", new ConsensusPenalty()),
        Regularized("orthogonal penalty", new OrthogonalPenalty()),
        Regularized("feature matching", new FeatureMatching()),
        new("spectral normalization", plain => plain with { DiscriminatorWeights = new SpectralNormalization() }),
        new("equalized learning rate", plain => plain with
        {
            GeneratorWeights = new EqualizedLearningRate(), DiscriminatorWeights = new EqualizedLearningRate(),
        }),
        new("weight clipping", plain => plain with { DiscriminatorUpdateHooks = [new WeightClipping()] }),
        new("minibatch discrimination", plain => plain with { MinibatchFeature = new MinibatchDiscrimination() }),
        new("minibatch deviation", plain => plain with { MinibatchFeature = new MinibatchStandardDeviation() }),
        new("packing 2", plain => plain with { Packing = 2 }),
        new("4 generators, identified", plain => plain with
        {
            Architecture = new MultipleGenerators { Inner = plain.Architecture },
            Regularizers = [new GeneratorIdentification()],
        }),
        new("unrolling 5", plain => plain with { Unrolling = new() }),
        new("classes by projection", plain => plain with { LabelColumnName = CostData.Label }),
        new("auxiliary classifier, against projection", plain => plain with
        {
            Regularizers = [new AuxiliaryClassifier()],
        })
        {
            Without = plain => plain with { LabelColumnName = CostData.Label },
        },
        new("5 discriminator steps", plain => plain with { DiscriminatorSteps = 5 }),
        new("gradient clipping by norm", plain => Hooked(plain, new GradientNormClipping())),
        new("gradient clipping by value", plain => Hooked(plain, new GradientValueClipping())),
        new("weight decay", plain => Hooked(plain, new WeightDecay())),
        new("RMSprop", plain => plain with { Optimizer = new RmsProp() }),
        new("SGD with momentum", plain => plain with
        {
            Optimizer = new Sgd { Momentum = 0.9, LearningRate = 1e-3 }, // The default rate diverges without a penalty.
        }),
        new("Adam with momentum", plain => plain with { Optimizer = new Adam { Beta1 = 0.5 } }),
        new("optimistic Adam", plain => plain with { Optimizer = new OptimisticAdam() }),
        new("instance noise", plain => plain with { Augmentations = [new InstanceNoise()] }),
        new("half-life average", plain => plain with { Average = new HalfLifeAverage() }),
        new("tail average", plain => plain with { Average = new TailAverage { Interval = 4 } }),
    ];

    private static readonly IReadOnlyList<CostVariant> ForPerceptrons =
    [
        new("unrolling 5, differentiated", plain => plain with { Unrolling = new() { IsDifferentiated = true } }),
        new("second discriminator", plain => plain with { AuxiliaryDiscriminators = [new() { Downsampling = 1 }] }),
        new("residual Mlp", plain => plain with { Architecture = new Mlp { IsResidual = true } }),
    ];

    private static readonly IReadOnlyList<CostVariant> ForImages =
    [
        // At half the sides of 28, the default, a Dcgan would have no whole quarter.
        new("second discriminator", plain => plain with { AuxiliaryDiscriminators = [new() { Downsampling = 1 }] }),
        new("DiffAugment", plain => plain with { Augmentations = AugmentationSets.DiffAugment }),
        new("ADA's set at 0.5", plain => plain with
        {
            Augmentations = AugmentationSets.Adaptive, AugmentationProbability = 0.5,
        }),
        new("SnganResNet of width 32", plain => plain with { Architecture = Residual }),
        new("self-attention at 14, against that SnganResNet", plain => plain with
        {
            Architecture = Residual with { SelfAttention = 14 },
        })
        {
            Without = plain => plain with { Architecture = Residual },
        },
        new("R3Gan of width 32", plain => plain with { Architecture = new R3Gan { Width = 32 } }),
        new("ProgressiveGan of width 16, grown, against Dcgan at 32 × 32", plain => plain with { Architecture = Grown })
        {
            Without = plain => plain with { Shape = SampleShape.Image(1, 32, 32) },
        },
    ];

    /// <summary>The stabilizers that suit a game.</summary>
    public static IReadOnlyList<CostVariant> Of(CostGame game) =>
    [
        .. Common, .. game == CostGame.Perceptron ? ForPerceptrons : ForImages,
    ];

    private static CostVariant Regularized(string name, params IRegularizer[] regularizers) =>
        new(name, plain => plain with { Regularizers = regularizers });

    private static GanOptions Hooked(GanOptions plain, IUpdateHook hook) =>
        plain with { GeneratorUpdateHooks = [hook], DiscriminatorUpdateHooks = [hook] };
}
