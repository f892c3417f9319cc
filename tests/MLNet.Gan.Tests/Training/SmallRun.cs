using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>A run with one choice that is not the usual one, on networks as small as they can be.</summary>
public sealed record SmallRun(string Name, GanOptions Options, int Classes = 0)
{
    private static readonly GanOptions OfPoints = Some.Options with { Regularizers = [], ReportInterval = 5 };

    private static readonly GanOptions OfImages = OfPoints with { Shape = SampleShape.Image(2, 8, 8), BatchSize = 4 };

    /// <summary>Every choice that the library has. A new record is picked up here by itself.</summary>
    public static IEnumerable<SmallRun> All =>
    [
        .. Each<IArchitecture>((options, choice) => options with { Architecture = Small(choice) }, OfImages),
        .. Each<IArchitecture>((options, choice) => options with { Architecture = Small(choice) }, OfImages, classes: 3),
        .. Each<IRegularizer>((options, choice) => options with { Regularizers = [choice] }, OfPoints, classes: 3),
        .. Each<IGanLoss>((options, choice) => options with { Loss = choice }),
        .. Each<IOptimizer>((options, choice) => options with { Optimizer = choice }),
        .. Each<IUpdateHook>((options, choice) => options with { GeneratorUpdateHooks = [choice], DiscriminatorUpdateHooks = [choice] }),
        .. Each<IWeightAverage>((options, choice) => options with { Average = choice }),
        .. Each<IAugmentation>(
            (options, choice) => options with { Augmentations = [choice], AugmentationProbability = 0.7 }, OfImages),
        .. Each<IWeightParametrization>(
            (options, choice) => options with { GeneratorWeights = choice, DiscriminatorWeights = choice }),
        .. Each<IMinibatchFeature>((options, choice) => options with { MinibatchFeature = choice }),
        .. Each<IWeightInitialization>(
            (options, choice) => options with { Architecture = SmallMlp with { Initialization = choice } }),
        .. Each<IController>((options, choice) => options with
        {
            Controllers = [OftenLooking(choice)], Augmentations = [new InstanceNoise()],
        }),
        new("residual Mlp", OfPoints with
        {
            Architecture = SmallMlp with { IsResidual = true }, Regularizers = [new R1Penalty(), new R2Penalty()],
        }),
        new("ResNet with attention", OfImages with { Architecture = SmallResNet with { SelfAttention = 4 } }),
        new("R3 with R1 and R2", OfImages with
        {
            Architecture = SmallR3, Regularizers = [new R1Penalty { Interval = 2 }, new R2Penalty()],
        }),
        new("smoothed labels", OfPoints with { Loss = new NonSaturatingLoss { RealTarget = 0.9 } }),
        new("Adam with momentum", OfPoints with { Optimizer = new Adam { Beta1 = 0.5 } }),
        new("OptimisticAdam with momentum", OfPoints with { Optimizer = new OptimisticAdam { Beta1 = 0.5 } }),
        new("Sgd with momentum", OfPoints with { Optimizer = new Sgd { Momentum = 0.9, Nesterov = true } }),
        new("average of the last", OfPoints with { Average = new TailAverage { Count = 3, Interval = 2 } }),
        new("unrolled", OfPoints with { Unrolling = new() { Steps = 2 } }),
        new("unrolled and differentiated", OfPoints with { Unrolling = new() { Steps = 2, IsDifferentiated = true } }),
        new("several discriminators", OfImages with { AuxiliaryDiscriminators = [new(), new() { Weight = 0.5 }] }),
        new("packed", OfPoints with { Packing = 2, Loss = new HingeLoss() }),
        new("standardized", OfPoints with { Standardizes = true }),
        new("mirrored", OfImages with { HorizontalFlips = true }),
        new("R1 and R2 with classes", OfPoints with { Regularizers = [new R1Penalty(), new R2Penalty()] }, Classes: 3),
        new("WGAN-GP of packs, several critic steps", OfPoints with
        {
            Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty(), new LogitDrift()], Packing = 2,
            DiscriminatorSteps = 3,
        }),
        new("R1 of augmented images", OfImages with
        {
            Architecture = SmallDcgan, Regularizers = [new R1Penalty(), new WganGpPenalty { Interval = 2 }],
            Augmentations = AugmentationSets.Adaptive, AugmentationProbability = 0.5,
        }),
        new("R1 beside asked classes", OfImages with
        {
            Architecture = SmallDcgan, Regularizers = [new AuxiliaryClassifier(), new R1Penalty(), new FeatureMatching()],
        }, Classes: 3),
        new("R1 of several discriminators", OfImages with
        {
            Architecture = SmallDcgan, Regularizers = [new R1Penalty(), new OrthogonalPenalty()],
            AuxiliaryDiscriminators = [new() { Weight = 0.5, Architecture = SmallMlp }],
        }),
        new("consensus with R1 and DRAGAN", OfPoints with
        {
            Regularizers = [new ConsensusPenalty { Interval = 2 }, new R1Penalty(), new DraganPenalty()],
        }),
        new("unrolled with R1", OfPoints with { Unrolling = new() { Steps = 2 }, Regularizers = [new R1Penalty()] }),
        .. Presets,
    ];

    /// <summary>Each preset with networks, images and batches as small as they can be.</summary>
    private static IEnumerable<SmallRun> Presets =>
        from property in typeof(Presets).GetProperties()
        let options = (GanOptions)property.GetValue(null)!
        select new SmallRun($"preset {property.Name}", options with
        {
            Shape = options.Shape.IsImage ? OfImages.Shape : OfPoints.Shape,
            Architecture = Small(options.Architecture),
            BatchSize = OfImages.BatchSize,
            Seed = OfPoints.Seed,
        });

    private static Mlp SmallMlp => (Mlp)Some.Options.Architecture;

    private static SnganResNet SmallResNet => new() { LatentSize = 4, GeneratorWidth = 4, DiscriminatorWidth = 4 };

    private static Dcgan SmallDcgan => new() { LatentSize = 4, Width = 4, LabelSize = 2 };

    private static R3Gan SmallR3 => new() { LatentSize = 4, Width = 4, GroupSize = 4, LabelSize = 2 };

    /// <summary>The weights of the averaged generator after some steps.</summary>
    public double[] Weights(int steps) => Trained.Weights(Options with { Steps = steps }, Samples());

    public override string ToString() => Name;

    /// <summary>Modules of TorchSharp that differ between training and evaluation.</summary>
    public static SmallRun WithDropout => new("Dropout and batch norm of TorchSharp", OfPoints with
    {
        Architecture = Architecture.Of(
            4, spec => nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, spec.Shape.Size)),
            spec => nn.Sequential(nn.Linear(spec.Shape.Size, 8), nn.BatchNorm1d(8), nn.Dropout(0.5), nn.LeakyReLU(0.2), nn.Linear(8, 1))),
    });

    /// <summary>Its data, which the caller frees.</summary>
    internal SampleSet Samples(int count = 16)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        var values = Options.Shape.IsImage
            ? randn([count, .. Options.Shape.Dimensions.Select(size => (long)size)], generator: random).tanh()
            : randn([count, 2], generator: random);
        values.DetachFromDisposeScope();
        return Classes == 0
            ? new(values)
            : new(values, [.. Enumerable.Range(0, count).Select(row => (long)row % Classes)], Classes);
    }

    private static IEnumerable<SmallRun> Each<T>(
        Func<GanOptions, T, GanOptions> choose, GanOptions? options = null, int classes = 0) =>
        from row in Implementations.Of<T>()
        let choice = (T)row[0]
        select new SmallRun(
            $"{typeof(T).Name}: {choice.GetType().Name}{(classes > 0 ? " with classes" : "")}",
            choose((options ?? OfPoints) with { LabelColumnName = classes > 0 ? "Label" : null }, choice), classes);

    private static IArchitecture Small(IArchitecture architecture) => architecture switch
    {
        Mlp => SmallMlp,
        MultipleGenerators generators => generators with { Inner = SmallMlp },
        Dcgan dcgan => dcgan with { LatentSize = 4, Width = 4, LabelSize = 2 },
        SnganResNet => SmallResNet,
        R3Gan => SmallR3,
        ProgressiveGan progressive => progressive with
        {
            LatentSize = 4,
            Width = 4,
            LabelSize = 2,
            FadeImages = 30,
            StableImages = 10,
            BatchSize = 4,
            SmallestBatchSize = 4,
        },
        _ => architecture,
    };

    private static IController OftenLooking(IController controller) => controller switch
    {
        AdaptiveAugmentation adaptive => adaptive with { Interval = 2, Ramp = 100 },
        AdaptiveUpdateRatio ratio => ratio with { Interval = 2, Low = 0.45, High = 0.5 },
        ReduceLearningRateOnPlateau reaction => reaction with { Interval = 2, Patience = 1 },
        _ => controller,
    };
}
