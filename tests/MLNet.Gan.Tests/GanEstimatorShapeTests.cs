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
            (new GanOptions { Shape = SampleShape.Vector(2), LabelColumnName = "Label", BatchSize = 8, Steps = 2 }).ToText(),
            model.OptionsText);
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
