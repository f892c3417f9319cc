using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Options;

/// <summary>Presets are promises: each fits together, and each can take a step.</summary>
[TestClass]
public sealed class PresetsTests
{
    public static IEnumerable<object[]> All =>
        from property in typeof(Presets).GetProperties()
        orderby property.Name
        select new object[] { property.Name, (GanOptions)property.GetValue(null)! };

    [TestMethod]
    public void Presets_OfTheIssue_AreThere() => CollectionAssert.IsSubsetOf(
        new[] { "Points", "Tabular", "Images28", "Images32", "Sngan", "ProgressiveGrowing", "R3Gan", "WganGp" },
        All.Select(row => (string)row[0]).ToArray());

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Preset_PassesTheRehearsal(string name, GanOptions preset) =>
        Preflight.Run(preset, Metadata(preset) with { OutputColumnName = name });

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Preset_TrainsWithClasses(string name, GanOptions preset)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var samples = rand([8, .. preset.Shape.Dimensions.Select(size => (long)size)], generator: random) * 2 - 1;
        using var set = new SampleSet(samples.DetachFromDisposeScope(), [0, 1, 0, 1, 0, 1, 0, 1], classes: 2);
        var small = preset with
        {
            LabelColumnName = "Label",
            Steps = 1,
            DiscriminatorSteps = 1,
            BatchSize = 4,
            ReportInterval = 1,
            Architecture = Small(preset.Architecture),
        };
        if (small.Standardizes)
            set.Standardize();

        Trained.Run(small, gan => Assert.AreEqual(1, gan.Run.Steps, name), set);
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Preset_HasSchedulesAsLongAsItsRun(string name, GanOptions preset)
    {
        var rate = preset.GeneratorOptimizer.LearningRate;
        Assert.IsTrue(rate.At(preset.Steps) <= rate.At(0), name);
        Assert.AreEqual(rate.At(preset.Steps), rate.At(preset.Steps + 1000), 1e-12, $"{name}: the schedule goes on after the run.");
        if (preset.Architecture is not ProgressiveGan)
            Assert.AreNotEqual(rate.At(preset.Steps - 1), rate.At(preset.Steps - 2), $"{name}: the schedule ends before the run.");
    }

    private static IArchitecture Small(IArchitecture architecture) => architecture switch
    {
        Dcgan dcgan => dcgan with { Width = 4 },
        SnganResNet resNet => resNet with { GeneratorWidth = 4, DiscriminatorWidth = 4 },
        R3Gan r3 => r3 with { Width = 16, Blocks = 1 },
        ProgressiveGan growing => growing with { Width = 4, LatentSize = 8, BatchSize = 4, SmallestBatchSize = 4 },
        _ => architecture,
    };

    private static GeneratorMetadata Metadata(GanOptions options) => new()
    {
        Shape = options.Shape, LatentSize = options.Architecture.LatentSize, ClassCounts = [], OutputColumnName = "Generated",
    };
}
