using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

[TestClass]
public sealed class GanEstimatorTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void Fit_OnVectors_AddsAFiniteSampleToEveryRow()
    {
        var output = TestData.Plain.Transform(TestData.Points(5));

        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 2), output.Schema["Generated"].Type);
        var samples = TestData.Read(output);
        Assert.HasCount(5, samples);
        Assert.IsTrue(samples.All(sample => sample.Length == 2 && sample.All(float.IsFinite)));
        TestData.AssertDistinct(samples);
    }

    [TestMethod]
    public void Fit_BetweenOtherSteps_ReadsTheOneBeforeAndFeedsTheOneBehind()
    {
        var pipeline = Context.Transforms.CopyColumns("Copy", "Features")
            .Append(Context.Gan.Trainers.Gan(TestData.Options with { FeatureColumnName = "Copy", OutputColumnName = "Made" }))
            .Append(Context.Transforms.CopyColumns("Generated", "Made"))
            .Append(Context.Transforms.CustomMapping<GeneratedRow, SumRow>(
                (row, sum) => sum.Sum = row.Generated[0] + row.Generated[1], contractName: null));

        var output = pipeline.Fit(TestData.Points(10)).Transform(TestData.Points(4));

        // The same data, options and seed as those of the shared generator.
        var expected = TestData.Read(TestData.Plain.Transform(TestData.Points(4)));
        var sums = output.GetColumn<float>("Sum").ToList();
        Assert.HasCount(4, sums);
        for (var row = 0; row < 4; row++)
            Assert.AreEqual(expected[row][0] + expected[row][1], sums[row], 1e-4);
    }

    [TestMethod]
    public void Fit_OnImages_KeepsTheirDimensionsAndRange()
    {
        IArchitecture[] architectures = [new Mlp { Width = 16, LatentSize = 4 }, new Dcgan { Width = 4, LatentSize = 4 }];
        foreach (var architecture in architectures)
        {
            using var model = Context.Gan.Trainers.Gan(TestData.Options with
            {
                Shape = SampleShape.Image(1, 8, 8),
                Architecture = architecture,
                LabelColumnName = "Label",
                Steps = 2,
            }).Fit(Images());

            var output = model.Transform(Images());

            Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 1, 8, 8), output.Schema["Generated"].Type);
            var samples = TestData.Read(output);
            Assert.HasCount(8, samples);
            Assert.IsTrue(samples.All(sample => sample.Length == 64 && sample.All(pixel => pixel is >= -1 and <= 1)));
        }
    }

    [TestMethod]
    [DataRow("Label", "Key<UInt32, 0-1>")]
    [DataRow("Number", "Single")]
    [DataRow("Whole", "Single")]
    public void Fit_OnALabelColumn_LearnsItsClasses(string column, string generatedType)
    {
        using var model = Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = column }).Fit(TestData.Points(10));

        Assert.AreEqual(2, model.Classes);
        Assert.AreEqual(generatedType, model.Generate([0, 1]).Schema[column].Type.ToString());
        Assert.HasCount(10, TestData.Read(model.Transform(TestData.Points(10))));
    }

    [TestMethod]
    public void Fit_BehindMapValueToKey_KeepsTheNamesOfClasses()
    {
        var model = Context.Transforms.Conversion.MapValueToKey("Class", "Name")
            .Append(Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = "Class" })).Fit(TestData.Points(10));

        var generated = model.LastTransformer.Generate([1, 0, 1]);
        var named = Context.Transforms.Conversion.MapKeyToValue("Back", "Class").Fit(generated).Transform(generated);

        CollectionAssert.AreEqual(new[] { "right", "left", "right" }, named.GetColumn<string>("Back").ToArray());
    }

    [TestMethod]
    public void Fit_WithBalancedClasses_StillGeneratesAsTheDataWere()
    {
        var rows = TestData.Rows(20).Where((row, index) => row.Label == 0 || index < 4).ToList();
        Assert.HasCount(12, rows);   // Ten of the first class, two of the second.

        using var model = Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = "Label", BalanceClasses = true })
            .Fit(Context.Data.LoadFromEnumerable(rows));

        Assert.AreEqual(10, model.Generate(60).GetColumn<uint>("Label").Count(label => label == 2));
    }

    [TestMethod]
    public void Fit_WithOneRowABatch_Works()
    {
        using var model = Context.Gan.Trainers.Gan(TestData.Options with { BatchSize = 1 }).Fit(TestData.Points(1));

        Assert.IsTrue(TestData.Read(model.Generate(3)).SelectMany(sample => sample).All(float.IsFinite));
    }

    [TestMethod]
    [DataRow(null, null)]
    [DataRow("Label", null)]
    [DataRow("Number", "Latent")]
    public void GetOutputSchema_OfAShape_PromisesWhatTransformGives(string? label, string? latent)
    {
        var points = TestData.Points(10);
        var estimator = Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = label, LatentColumnName = latent });

        var promised = Text(estimator.GetOutputSchema(SchemaShapes.Of(points.Schema)));

        using var model = estimator.Fit(points);
        Assert.AreEqual(Text(SchemaShapes.Of(model.Transform(points).Schema)), promised);
        Assert.AreEqual(Text(SchemaShapes.Of(model.GetOutputSchema(points.Schema))), promised);
    }

    [TestMethod]
    public void GetOutputSchema_WithAnOutputColumnThatExists_HidesIt()
    {
        var points = TestData.Points(10);
        var estimator = Context.Gan.Trainers.Gan(TestData.Options with { OutputColumnName = "Features" });
        using var model = estimator.Fit(points);

        var schema = model.Transform(points).Schema;

        Assert.IsTrue(schema[0].IsHidden);
        Assert.AreEqual(points.Schema.Count, schema["Features"].Index);
        Assert.AreEqual(Text(SchemaShapes.Of(schema)), Text(estimator.GetOutputSchema(SchemaShapes.Of(points.Schema))));
        Assert.AreNotEqual(-1, TestData.Read(model.Transform(points), "Features")[0][0], 1e-3);
    }

    private static string Text(SchemaShape shape) => string.Join('\n', shape
        .Select(column => $"{column.Name}: {column.Kind} of {column.ItemType}, key {column.IsKey}").Order(StringComparer.Ordinal));

    private static IDataView Images() => Context.Data.LoadFromEnumerable(
        Enumerable.Range(0, 8).Select(row => new ImageOf64
        {
            Features = [.. Enumerable.Range(0, 64).Select(pixel => MathF.Sin(row + pixel))],
            Label = (uint)(row % 2),
        }).ToArray());

    public sealed class SumRow
    {
        public float Sum { get; set; }
    }

    public sealed class ImageOf64
    {
        [VectorType(64)]
        public float[] Features { get; set; } = [];

        [KeyType(2)]
        public uint Label { get; set; }
    }
}
