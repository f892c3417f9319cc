using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Inception;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>Trainers that are told no shape, and those that are told no options.</summary>
[TestClass]
public sealed class GanEstimatorShapeTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Fit_WithoutAShape_TakesTheColumnsSize()
    {
        using var model = Context.Gan.Trainers.Gan(TestData.Options with { Shape = null }).Fit(TestData.Points(10));

        Assert.AreEqual(SampleShape.Vector(2), model.Shape);
        Assert.Contains("Shape = Vector(2)", model.OptionsText);
        TestData.AssertSame(TestData.Read(TestData.Plain.Generate(5)), TestData.Read(model.Generate(5)));
    }

    [TestMethod]
    public void Fit_OnImagesOfAnyKind_TrainsTheSame()
    {
        // As ML.NET's images, as bytes and as floats. The first column tells no size.
        var options = TestData.Options with { FeatureColumnName = "Picture", Shape = SampleShape.Image(3, 8, 8), BatchSize = 2 };
        byte[][] images = [.. Enumerable.Range(0, 4).Select(seed => MadeUp.Image(seed, 8, 8))];
        IDataView[] views =
        [
            new PictureView([.. images.Select(_ => (8, 8))]),
            Context.Data.LoadFromEnumerable(images.Select(image => new ByteRow { Picture = image })),
            Context.Data.LoadFromEnumerable(images.Select(image => new FloatRow
            {
                Picture = Array.ConvertAll(image, pixel => pixel / 127.5f - 1),
            })),
        ];

        var samples = views.Select(view => TestData.Read(Context.Gan.Trainers.Gan(options).Fit(view).Generate(3))).ToList();

        TestData.AssertSame(samples[2], samples[0]);
        TestData.AssertSame(samples[2], samples[1]);
    }

    [TestMethod]
    public void Fit_OnImagesWithoutAShape_TakesTheirDimensions()
    {
        var images = Context.Data.LoadFromEnumerable(
            Enumerable.Range(0, 4).Select(seed => new ByteRow { Picture = MadeUp.Image(seed, 8, 8) }));

        using var model = Context.Gan.Trainers.Gan(
            TestData.Options with { FeatureColumnName = "Picture", Shape = null, BatchSize = 2 }).Fit(images);

        Assert.AreEqual(SampleShape.Image(3, 8, 8), model.Shape);
    }

    [TestMethod]
    public void Gan_OfColumns_TrainsWithDefaults()
    {
        using var model = Context.Gan.Trainers.Gan("Features", "Label", batchSize: 8, steps: 2).Fit(TestData.Points(10));

        Assert.AreEqual((2, 2L), (model.Classes, model.Run!.Steps));
        Assert.AreEqual(
            (new GanOptions { Shape = SampleShape.Vector(2), LabelColumnName = "Label", BatchSize = 8, Steps = 2, Standardizes = true }).ToText(),
            model.OptionsText);
    }

    [TestMethod]
    public void Gan_OfATable_GeneratesInItsUnits()
    {
        using var model = Context.Gan.Trainers.Gan(steps: 1).Fit(Table(age => age, income => 1000 * income));

        // An untrained generator is around 0 in units of standard deviations: the means, 54 and 50 000.
        var samples = TestData.Read(model.Generate(100));
        Assert.AreEqual(54, samples.Average(sample => sample[0]), 21);
        Assert.AreEqual(50_000, samples.Average(sample => sample[1]), 29_000);
    }

    [TestMethod]
    public void Fit_OnATableOfOtherUnits_WarnsUnlessItIsStandardized()
    {
        var options = new GanOptions { Shape = SampleShape.Vector(2), Architecture = TestData.Options.Architecture, Steps = 1 };
        var units = Table(age => age, income => 1000 * income);

        Assert.AreEqual(
            "The components of column 'Features' have standard deviations from 21 to 2.89E+04, and networks learn such scales badly. "
                + "Set GanOptions.Standardizes.",
            Assert.ContainsSingle(Warnings(options, units)));
        Assert.IsEmpty(Warnings(options with { Standardizes = true }, units));
        Assert.IsEmpty(Warnings(options, Table(age => age / 20, income => 7)));
    }

    /// <summary>A hundred rows: an age from 18 to 90, and another number from 0 to 99, both changed.</summary>
    private static IDataView Table(Func<float, float> age, Func<float, float> income) =>
        Context.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(row => new TableRow
        {
            Features = [age(18 + row * 37 % 100 * 72 / 99f), income(row)],
        }));

    private static List<string> Warnings(GanOptions options, IDataView data)
    {
        var context = new MLContext(seed: 1);
        List<string> warnings = [];
        context.Log += (_, message) => warnings.AddRange(
            message.Kind == Microsoft.ML.Runtime.ChannelMessageKind.Warning ? [message.RawMessage] : []);
        context.Gan.Trainers.Gan(options).Fit(data).Dispose();
        return warnings;
    }

    private sealed class TableRow
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }

    [TestMethod]
    public void Gan_OfNothing_IsThatOfTheDefaults() => Assert.AreEqual(
        "Could not find input column 'Features' (Parameter 'inputSchema')",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.Trainers.Gan().Fit(new PictureView([(8, 8)]))).Message);

    [TestMethod]
    [DataRow(8, "Dcgan {")]
    [DataRow(6, "Mlp {", DisplayName = "whose sides Dcgan cannot halve twice")]
    public void Gan_OfImagesWithoutAnArchitecture_TakesASuitableOne(int side, string architecture)
    {
        var images = Context.Transforms.CopyColumns("Features", "Picture").Fit(new PictureView([(side, side)]))
            .Transform(new PictureView([(side, side), (side, side)]));
        var sized = Context.Transforms.ResizeImages("Features", side, side).Fit(images).Transform(images);

        using var model = Context.Gan.Trainers.Gan(batchSize: 2, steps: 1).Fit(sized);

        Assert.AreEqual(SampleShape.Image(3, side, side), model.Shape);
        Assert.Contains($"Architecture = {architecture}", model.OptionsText);
    }

    [TestMethod]
    public void Gan_OfAnArchitecture_TakesIt()
    {
        var architecture = new Mlp { LatentSize = 3, Width = 8 };

        using var model = Context.Gan.Trainers.Gan(architecture: architecture, batchSize: 8, steps: 1).Fit(TestData.Points(8));

        Assert.AreEqual(3, model.LatentSize);
        Assert.Contains($"Architecture = {architecture}", model.OptionsText);
    }

    [TestMethod]
    public void Pipeline_WithoutAShape_FeedsATrainerBehind()
    {
        // The trainer behind asks for a vector of a known size, before and when the data are there.
        var pipeline = Context.Gan.Trainers.Gan(TestData.Options with { Shape = null })
            .Append(Context.Clustering.Trainers.KMeans("Generated", numberOfClusters: 2));

        var promised = pipeline.GetOutputSchema(SchemaShapes.Of(TestData.Points(10).Schema)).Single(column => column.Name == "Generated");
        var output = pipeline.Fit(TestData.Points(10)).Transform(TestData.Points(10));

        Assert.AreEqual(SchemaShape.Column.VectorKind.Vector, promised.Kind);
        Assert.IsNotNull(output.Schema.GetColumnOrNull("PredictedLabel"));
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 2), output.Schema["Generated"].Type);
    }

    private sealed class ByteRow
    {
        [VectorType(3, 8, 8)]
        public byte[] Picture { get; set; } = [];
    }

    private sealed class FloatRow
    {
        [VectorType(3, 8, 8)]
        public float[] Picture { get; set; } = [];
    }
}
