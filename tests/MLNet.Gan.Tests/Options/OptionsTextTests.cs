using System.Globalization;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Options;

[TestClass]
public sealed class OptionsTextTests
{
    // Every value differs from its default, so that a line that is missing or printed by the default shows.
    private static readonly GanOptions Options = new()
    {
        Shape = SampleShape.Image(1, 28, 28), FeatureColumnName = "In", LabelColumnName = "Class", OutputColumnName = "Out", LatentColumnName = "Z",
        Architecture = new Dcgan { LatentSize = 5, Width = 6, LabelSize = 7 },
        Loss = new HingeLoss { Margin = 0.5 },
        Regularizers = [new R1Penalty { Gamma = Schedule.Cosine(2.5, 0, 9), Interval = 4 }, new WganGpPenalty()],
        GeneratorOptimizer = new Adam { LearningRate = 1e-3, Beta1 = 0.5, Beta2 = 0.9, Epsilon = 1e-6 },
        BatchSize = 3, Steps = 11, DiscriminatorSteps = 5, BalanceClasses = true,
        Average = new ExponentialMovingAverage { Decay = Schedule.Linear(0.5, 0.75, 6), RampsUp = false },
        GeneratorWeights = new EqualizedLearningRate(), DiscriminatorWeights = new SpectralNormalization(),
        MinibatchFeature = new MinibatchStandardDeviation(), AuxiliaryDiscriminators = [new()], Packing = 3,
        Unrolling = new() { Steps = 2 }, Augmentations = [new FlipAugmentation()], AugmentationProbability = 0.5,
        HorizontalFlips = true, Standardizes = true, Controllers = [new AdaptiveAugmentation()],
        GeneratorUpdateHooks = [new GradientNormClipping()], DiscriminatorUpdateHooks = [new WeightClipping()],
        ReportInterval = 2, Seed = -8,
    };

    private const string Text = """
        Shape = Image(1, 28, 28)
        FeatureColumnName = In
        LabelColumnName = Class
        OutputColumnName = Out
        LatentColumnName = Z
        Architecture = Dcgan { LatentSize = 5, Width = 6, LabelSize = 7, Initialization = HeInitialization { } }
        Loss = HingeLoss { Margin = 0.5 }
        Regularizers = [R1Penalty { Gamma = Cosine(2.5 → 0 in 9), Interval = 4, Player = Discriminator }, WganGpPenalty { Weight = 10, Interval = 1, Player = Discriminator }]
        GeneratorWeights = EqualizedLearningRate { }
        DiscriminatorWeights = SpectralNormalization { Iterations = 1, Coefficient = 1 }
        MinibatchFeature = MinibatchStandardDeviation { GroupSize = 4, Added = 1 }
        AuxiliaryDiscriminators = [AuxiliaryDiscriminator { Architecture = , Downsampling = 2, Weight = 1 }]
        Packing = 3
        Unrolling = Unrolling { Steps = 2, IsDifferentiated = False, LearningRate = 0.1 }
        Augmentations = [FlipAugmentation { }]
        AugmentationProbability = 0.5
        HorizontalFlips = True
        Standardizes = True
        Controllers = [AdaptiveAugmentation { Target = 0.6, Ramp = 500000, Most = 0.8, Interval = 4 }]
        GeneratorOptimizer = Adam { LearningRate = 0.001, Beta1 = 0.5, Beta2 = 0.9, Epsilon = 1E-06 }
        DiscriminatorOptimizer = Adam { LearningRate = 0.0002, Beta1 = 0, Beta2 = 0.99, Epsilon = 1E-08 }
        GeneratorUpdateHooks = [GradientNormClipping { MaxNorm = 1 }]
        DiscriminatorUpdateHooks = [WeightClipping { Limit = 0.01 }]
        BatchSize = 3
        Steps = 11
        DiscriminatorSteps = 5
        BalanceClasses = True
        Average = ExponentialMovingAverage { Decay = Linear(0.5 → 0.75 in 6), RampsUp = False }
        ReportInterval = 2
        Seed = -8
        """;

    [TestMethod]
    public void ToText_ShowsEveryValueButSpillProgressAndToken() =>
        Assert.AreEqual(Text.ReplaceLineEndings("\n"), Options.ToText());

    [TestMethod]
    public void ToText_OfNothing_SaysNone()
    {
        var lines = Some.Options.ToText().Split('\n');

        CollectionAssert.IsSubsetOf(
            new[] { "LabelColumnName = none", "LatentColumnName = none" }, lines);
    }

    [TestMethod]
    public void ToText_InACountryOfDecimalCommas_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "−";
        try
        {
            CultureInfo.CurrentCulture = commas;
            Assert.AreEqual("0,5", $"{0.5}"); // the culture is in force
            Assert.AreEqual(Text.ReplaceLineEndings("\n"), Options.ToText());
            Assert.AreSame(commas, CultureInfo.CurrentCulture);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void ToText_OfAControllerOfOnesOwn_ShowsIt() =>
        Assert.Contains("Controllers = [Patient { Patience = 3 }]", (Options with { Controllers = [new Patient(3)] }).ToText());

    private sealed record Patient(int Patience) : IController
    {
        int IController.Interval => 1;

        public TrainingControls Adjust(TrainingControls controls, ControllerInput seen) => controls;
    }
}
