using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Options;

[TestClass]
public sealed class AutoOptionsTests
{
    [TestMethod]
    public void Auto_OfVectors_IsASmallStandardizedMlp()
    {
        var options = GanOptions.Auto(Schema(("Point", Vector(2))), rowCount: 50_000);

        Assert.AreEqual(SampleShape.Vector(2), options.Shape);
        Assert.AreEqual("Point", options.FeatureColumnName);
        Assert.IsNull(options.LabelColumnName);
        Assert.AreEqual(new Mlp { LatentSize = 2 }, options.Architecture);
        Assert.IsTrue(options.Standardizes);
    }

    [TestMethod]
    public void Auto_OfImagesWithKeys_IsConditional()
    {
        var options = GanOptions.Auto(
            Schema(("Features", Vector(3, 32, 64)), ("Other", Vector(7)), ("Label", new KeyDataViewType(typeof(uint), 10))),
            rowCount: 60_000);

        Assert.AreEqual(SampleShape.Image(3, 32, 64), options.Shape);
        Assert.AreEqual("Label", options.LabelColumnName);
        Assert.IsInstanceOfType<Dcgan>(options.Architecture);
        Assert.IsFalse(options.Standardizes);
        Assert.IsEmpty(options.Augmentations);
    }

    [TestMethod]
    public void Auto_OfFewImages_AugmentsAdaptively()
    {
        var options = GanOptions.Auto(Schema(("Features", Vector(1, 28, 28))), rowCount: 29_999);

        Assert.IsInstanceOfType<AdaptiveAugmentation>(options.Controllers.Single());
        Assert.IsTrue(options.Augmentations.All(augmentation => augmentation.Suits(options.Shape)));
        Assert.IsNotEmpty(options.Augmentations);
    }

    [TestMethod]
    public void Auto_OfFewerRowsThanABatch_TakesThemAll() =>
        Assert.AreEqual(20, GanOptions.Auto(Schema(("Features", Vector(3))), rowCount: 20).BatchSize);

    [TestMethod]
    public void Auto_OnAGpu_IsWider() =>
        Assert.AreEqual(2, ((Dcgan)GanOptions.Auto(Schema(("F", Vector(1, 28, 28))), 60_000, new Device("cuda:0")).Architecture).Width
            / ((Dcgan)GanOptions.Auto(Schema(("F", Vector(1, 28, 28))), 60_000).Architecture).Width);

    [TestMethod]
    [DataRow(new[] { 2 })]
    [DataRow(new[] { 500 })]
    [DataRow(new[] { 1, 28, 28 })]
    [DataRow(new[] { 3, 30, 30 })]
    [DataRow(new[] { 3, 16, 32 })]
    public void Auto_OfAnySamples_PassesTheRehearsal(int[] dimensions)
    {
        var options = GanOptions.Auto(Schema(("Features", Vector(dimensions))), rowCount: 100);

        Preflight.Run(options, new()
        {
            Shape = options.Shape, LatentSize = options.Architecture.LatentSize, ClassCounts = [], OutputColumnName = "G",
        });
    }

    [TestMethod]
    public void Auto_WithoutSamples_SaysWhatToDo()
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => GanOptions.Auto(Schema(("A", Vector(2)), ("B", Vector(3))), rowCount: 5));
        StringAssert.Contains(error.Message, "2 columns of vectors");
        StringAssert.Contains(error.Message, "Name the column of samples 'Features'");
    }

    [TestMethod]
    public void Auto_OfInterleavedPixels_SaysHowToExtractThem() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => GanOptions.Auto(Schema(("Features", Vector(28, 28, 3))), rowCount: 5)).Message,
        "Extract the pixels with interleavePixelColors: false.");

    [TestMethod]
    public void Auto_WithoutRows_IsRefused() => Assert.AreEqual("rowCount",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => GanOptions.Auto(Schema(("Features", Vector(2))), 0)).ParamName);

    [TestMethod]
    public void Explain_GivesAReasonForEveryValue()
    {
        var options = GanOptions.Auto(Schema(("Features", Vector(2))), rowCount: 1000);
        var varied = options with { Steps = 5, Seed = 3, GeneratorOptimizer = new Sgd() };

        var choices = varied.Explain().ToDictionary(choice => choice.Name);

        CollectionAssert.AreEqual(
            varied.ToText().Split('\n'), varied.Explain().Select(choice => $"{choice.Name} = {choice.Value}").ToArray());
        StringAssert.Contains(choices["Shape"].Reason, "column 'Features'");
        StringAssert.Contains(choices["BatchSize"].Reason, "large batch");
        StringAssert.Contains(choices["Average"].Reason, "half-life");
        StringAssert.Contains(choices["DiscriminatorOptimizer"].Reason, "over the run");
        Assert.AreEqual("default", choices["DiscriminatorSteps"].Reason);
        foreach (var changed in (string[])["Steps", "Seed", "GeneratorOptimizer"])
            Assert.AreEqual("set by the caller", choices[changed].Reason, changed);
    }

    [TestMethod]
    public void Explain_OfPlainOptions_TellsDefaultsFromSettings()
    {
        var choices = new GanOptions { Shape = SampleShape.Vector(2), Steps = 7 }.Explain().ToDictionary(choice => choice.Name);

        Assert.AreEqual("set by the caller", choices["Shape"].Reason);
        Assert.AreEqual("Shape = none: default", new GanOptions().Explain().Single(choice => choice.Name == "Shape").ToString());
        Assert.AreEqual("set by the caller", choices["Steps"].Reason);
        Assert.AreEqual("default", choices["Loss"].Reason);
        Assert.AreEqual("Steps = 7: set by the caller", choices["Steps"].ToString());
    }

    private static VectorDataViewType Vector(params int[] dimensions) => new(NumberDataViewType.Single, dimensions);

    private static DataViewSchema Schema(params (string Name, DataViewType Type)[] columns)
    {
        var builder = new DataViewSchema.Builder();
        foreach (var (name, type) in columns)
            builder.AddColumn(name, type);
        return builder.ToSchema();
    }
}
