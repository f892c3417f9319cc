using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>A wrong value is refused where it is written, also in a <c>with</c> expression.</summary>
[TestClass]
public sealed class OptionsCheckTests
{
    private static readonly GanOptions Gan = Some.Options;
    private static readonly Adam Adam = new();

    public static IEnumerable<object[]> Numbers =>
    [
        .. Refused("BatchSize", "greater than 0", [0, -1], value => Gan with { BatchSize = value }),
        .. Refused("Steps", "greater than 0", [0, -1], value => Gan with { Steps = value }),
        .. Refused("DiscriminatorSteps", "greater than 0", [0, -1], value => Gan with { DiscriminatorSteps = value }),
        .. Refused("ReportInterval", "greater than 0", [0, -1], value => Gan with { ReportInterval = value }),
        .. Refused("AugmentationProbability", "at least 0 and at most 1", [-0.1, 1.1, double.NaN],
            value => new TrainingControls { AugmentationProbability = value }),
        .. Refused("Threads", "greater than 0", [0, -1], value => new RunOptions { Threads = value }),
        .. Refused("Interval", "greater than 0", [0, -1], value => new SnapshotOptions() with { Interval = value }),
        .. Refused("Count", "greater than 0", [0, -1], value => new SnapshotOptions() with { Count = value }),
        .. Refused("MemoryBudget", "greater than 0", [0L, -1], value => new SpillOptions { MemoryBudget = value }),
        .. Refused("LatentSize", "greater than 0", [0, -1], value => new Mlp() with { LatentSize = value }),
        .. Refused("Width", "greater than 0", [0, -1], value => new Mlp() with { Width = value }),
        .. Refused("Depth", "greater than 0", [0, -1], value => new Mlp() with { Depth = value }),
        .. Refused("LabelSize", "greater than 0", [0, -1], value => new Mlp() with { LabelSize = value }),
        .. Refused("LatentSize", "greater than 0", [0, -1], value => new Dcgan() with { LatentSize = value }),
        .. Refused("Width", "greater than 0", [0, -1], value => new Dcgan() with { Width = value }),
        .. Refused("LabelSize", "greater than 0", [0, -1], value => new Dcgan() with { LabelSize = value }),
        .. Refused("Beta1", "at least 0 and less than 1", [-0.1, 1, double.NaN], value => Adam with { Beta1 = value }),
        .. Refused("Beta2", "at least 0 and less than 1", [-0.1, 1, double.NaN], value => Adam with { Beta2 = value }),
        .. Refused("MaximumCategories", "greater than 0", [0, -1], value => new TableEncodingOptions { MaximumCategories = value }),
        .. Refused("MaximumModes", "greater than 0", [0, -1], value => new TableEncodingOptions { MaximumModes = value }),
        .. Refused("SampleRows", "at least 100", [99, -1], value => new TableEncodingOptions { SampleRows = value }),
        .. Refused("MaximumCategories", "greater than 0", [0, -1], value => new TableColumnOptions { Name = "X", MaximumCategories = value }),
        .. Refused("Decimals", "at least 0 and at most 15", [-1, 16], value => new TableColumnOptions { Name = "X", Decimals = value }),
        .. Refused("Minimum", "a finite number", [double.NaN, double.NegativeInfinity], value => new TableColumnOptions { Name = "X", Minimum = value }),
        .. Refused("Maximum", "a finite number", [double.NaN, double.PositiveInfinity], value => new TableColumnOptions { Name = "X", Maximum = value }),
        .. Refused("Epsilon", "a number greater than 0", [0, -1, double.NaN, double.PositiveInfinity], value => Adam with { Epsilon = value }),
    ];

    public static IEnumerable<object[]> Nulls =>
    [
        Null("Architecture", () => _ = Gan with { Architecture = null! }),
        Null("Loss", () => _ = Gan with { Loss = null! }),
        Null("Regularizers", () => _ = Gan with { Regularizers = null! }),
        Null("AugmentationProbability", () => _ = Gan with { AugmentationProbability = null! }),
        Null("GeneratorOptimizer", () => _ = Gan with { GeneratorOptimizer = null! }),
        Null("DiscriminatorOptimizer", () => _ = Gan with { DiscriminatorOptimizer = null! }),
        Null("Average", () => _ = Gan with { Average = null! }),
        Null("Monitors", () => _ = Guard.Watch with { Monitors = null! }),
        Null("LearningRate", () => _ = Adam with { LearningRate = null! }),
    ];

    public static IEnumerable<object[]> Lists =>
    [
        ["Regularizers", "IRegularizer", () => { _ = Gan with { Regularizers = [new R1Penalty(), null!] }; }],
        ["AuxiliaryDiscriminators", "AuxiliaryDiscriminator", () => { _ = Gan with { AuxiliaryDiscriminators = [new(), null!] }; }],
        ["Augmentations", "IAugmentation", () => { _ = Gan with { Augmentations = [new InstanceNoise(), null!] }; }],
        ["Controllers", "IController", () => { _ = Gan with { Controllers = [new ReduceLearningRateOnPlateau(), null!] }; }],
        ["GeneratorUpdateHooks", "IUpdateHook", () => { _ = Gan with { GeneratorUpdateHooks = [new WeightDecay(), null!] }; }],
        ["DiscriminatorUpdateHooks", "IUpdateHook", () => { _ = Gan with { DiscriminatorUpdateHooks = [new WeightDecay(), null!] }; }],
        ["Monitors", "IMonitor", () => { _ = Guard.Watch with { Monitors = [new DivergenceMonitor(), null!] }; }],
        ["Columns", "TableColumnOptions", () => { _ = new TableEncodingOptions { Columns = [new() { Name = "X" }, null!] }; }],
        ["WithoutColumns", "String", () => { _ = new TableEncodingOptions { WithoutColumns = ["X", null!] }; }],
        ["Metrics", "IMetric", () => { _ = new EvaluationOptions { Metrics = [new FrechetInceptionDistance(), null!], Features = null! }; }],
    ];

    [TestMethod]
    [DynamicData(nameof(Lists))]
    public void NullInAList_IsRefusedWithItsIndex(string name, string type, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentException>(make);

        Assert.AreEqual(name, error.ParamName);
        Assert.StartsWith($"{name}[1] is null. Leave it out, or put a {type} there.", error.Message);
    }

    [TestMethod]
    [DataRow(-0.1)]
    [DataRow(1.1)]
    public void AugmentationProbability_ThatIsNone_IsRefused(double probability)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = Gan with { AugmentationProbability = Schedule.Linear(0.5, probability, 1000) });

        Assert.AreEqual("AugmentationProbability", error.ParamName);
        Assert.Contains("AugmentationProbability must be a number between 0 and 1 at every step.", error.Message);
    }

    [TestMethod]
    [DynamicData(nameof(Numbers))]
    public void Number_OutOfItsRange_IsRefused(string name, string expected, object value, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);

        Assert.AreEqual(name, error.ParamName);
        Assert.AreEqual(value, error.ActualValue);
        Assert.Contains($"{name} must be {expected}.", error.Message);
    }

    [TestMethod]
    [DynamicData(nameof(Nulls))]
    public void Null_IsRefused(string name, Action make) =>
        Assert.AreEqual(name, Assert.ThrowsExactly<ArgumentNullException>(make).ParamName);

    [TestMethod]
    [DataRow("")]
    [DataRow(" \t")]
    [DataRow(null)]
    public void ColumnName_WithoutText_IsRefused(string? name)
    {
        AssertRefused("FeatureColumnName", () => _ = Gan with { FeatureColumnName = name! });
        AssertRefused("OutputColumnName", () => _ = Gan with { OutputColumnName = name! });
        if (name is null)
            return;
        AssertRefused("LabelColumnName", () => _ = Gan with { LabelColumnName = name });
        AssertRefused("LatentColumnName", () => _ = Gan with { LatentColumnName = name });
        AssertRefused("Folder", () => _ = new SpillOptions { MemoryBudget = 1, Folder = name });
    }

    [TestMethod]
    public void Optional_MayBeTakenBack()
    {
        var options = Gan with { LabelColumnName = "Label", LatentColumnName = "Latent" };
        options = options with { LabelColumnName = null, LatentColumnName = null };

        Assert.IsNull(options.LabelColumnName);
        Assert.IsNull(options.LatentColumnName);
        Assert.IsNull((new RunOptions { Threads = 2 } with { Threads = null }).Threads);
    }

    private static void AssertRefused(string parameter, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
        Assert.AreEqual(parameter, error.ParamName);
        Assert.Contains($"{parameter} cannot be null or empty.", error.Message);
    }

    private static object[] Null(string name, Action make) => [name, make];

    private static IEnumerable<object[]> Refused<T>(string name, string expected, T[] values, Func<T, object> make) =>
        values.Select(value => new object[] { name, expected, value!, () => { make(value); } });
}
