using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Pipelines;

/// <summary>Pipelines saved and loaded by nothing but ML.NET.</summary>
[TestClass]
public sealed class GanPipelineTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.zip");

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    public void Load_OfAGeneratorWithALatentColumn_GivesTheSameSamplesAtEveryReading()
    {
        var view = SaveAndLoad(TestData.ByLatent).Transform(TestData.Points(300));
        var original = TestData.Read(TestData.ByLatent.Transform(TestData.Points(300)));

        TestData.AssertSame(original, TestData.Read(view));
        TestData.AssertSame(original, TestData.Read(view));
    }

    [TestMethod]
    public void Load_OfAGeneratorThatDraws_GivesTheSameSamplesAtEveryReading()
    {
        foreach (var model in new[] { TestData.Plain, TestData.ByKey, TestData.ByNumber })
        {
            var view = SaveAndLoad(model).Transform(TestData.Points(300));
            var original = TestData.Read(model.Transform(TestData.Points(300)));

            TestData.AssertSame(original, TestData.Read(view));
            TestData.AssertSame(original, TestData.Read(view));
        }
    }

    [TestMethod]
    public void Load_OfAGenerator_AddsNothingButItsColumn()
    {
        var points = TestData.Points(2);
        foreach (var model in new[] { TestData.Plain, TestData.ByLatent })
        {
            var schema = SaveAndLoad(model).GetOutputSchema(points.Schema);

            CollectionAssert.AreEqual(
                points.Schema.Select(column => column.Name).Append("Generated").ToList(),
                schema.Where(column => !column.IsHidden).Select(column => column.Name).ToList());
            Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 2), schema["Generated"].Type);
        }
    }

    [TestMethod]
    public void Load_InAFreshProcess_DrawsTheSameSamples()
    {
        var pipeline = Context.Transforms.Conversion.MapValueToKey("Class", "Name")
            .Append(Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = "Class" })).Fit(TestData.Points(10));
        Context.Model.Save(pipeline, TestData.Points(1).Schema, _path);

        var printed = OwnProcess.Run(nameof(FreshPipeline), _path, "6");

        Assert.AreEqual(FreshPipeline.Text(TestData.Read(pipeline.Transform(TestData.Points(6)))), printed);
    }

    [TestMethod]
    public void Load_WhereThereIsNoTorchSharp_DrawsTheSameSamples()
    {
        var pipeline = Context.Transforms.Conversion.MapValueToKey("Class", "Name")
            .Append(Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = "Class" })).Fit(TestData.Points(10));
        Context.Model.Save(pipeline, TestData.Points(1).Schema, _path);
        var server = Path.Combine(Repository.Bin("tests/ServingCheck"), "ServingCheck.dll");

        // The program fails when a file of TorchSharp lies beside it, or is loaded.
        var printed = Child.Dotnet(Environment.CurrentDirectory, "exec", server, _path, "6").Printed();

        Assert.AreEqual(FreshPipeline.Text(TestData.Read(pipeline.Transform(TestData.Points(6)))), printed);
    }

    [TestMethod]
    public void Load_OfALongPipeline_RunsAllItsSteps()
    {
        var transforms = Context.Transforms;
        var inner = transforms.CopyColumns("Copy", "Features")
            .Append(Context.Gan.Trainers.Gan(TestData.Options with { FeatureColumnName = "Copy", LabelColumnName = "Class" }));
        var pipeline = transforms.Conversion.MapValueToKey("Class", "Name")
            .Append(inner)
            .Append(transforms.CopyColumns("Last", "Generated"))
            .Append(transforms.DropColumns("Copy"))
            .Fit(TestData.Points(10));

        var output = SaveAndLoad(pipeline).Transform(TestData.Points(7));

        TestData.AssertSame(TestData.Read(pipeline.Transform(TestData.Points(7)), "Last"), TestData.Read(output, "Last"));
        Assert.IsNull(output.Schema.GetColumnOrNull("Copy"));
    }

    [TestMethod]
    public void Load_OfTwoGenerators_KeepsThemApart()
    {
        var pipeline = new TransformerChain<ITransformer>(
            TestData.Plain, Context.Transforms.CopyColumns("First", "Generated").Fit(TestData.Plain.Transform(TestData.Points(1))),
            TestData.ByKey);

        var output = SaveAndLoad(pipeline).Transform(TestData.Points(300));

        TestData.AssertSame(TestData.Read(TestData.Plain.Transform(TestData.Points(300))), TestData.Read(output, "First"));
        TestData.AssertSame(TestData.Read(TestData.ByKey.Transform(TestData.Points(300))), TestData.Read(output));
    }

    [TestMethod]
    public void Load_SavedAndLoadedAgain_DrawsTheSameSamples()
    {
        var twice = SaveAndLoad(SaveAndLoad(TestData.ByNumber));

        TestData.AssertSame(TestData.Read(TestData.ByNumber.Transform(TestData.Points(300))),
            TestData.Read(twice.Transform(TestData.Points(300))));
    }

    [TestMethod]
    public void PredictionEngine_OfALoadedPipeline_DrawsTheSameSamplesInOrder()
    {
        var rows = TestData.Rows(4);
        using var engine = Context.Model.CreatePredictionEngine<PointRow, GeneratedRow>(SaveAndLoad(TestData.ByKey));

        var samples = rows.Select(row => engine.Predict(row).Generated).ToList();

        TestData.AssertSame(TestData.Read(TestData.ByKey.Transform(TestData.Points(4))), samples);
    }

    [TestMethod]
    public void PredictionEngine_OfALoadedPipeline_NamesAClassThatWasNotTrained()
    {
        var row = TestData.Rows(1)[0];
        row.Number = 2;
        using var engine = Context.Model.CreatePredictionEngine<PointRow, GeneratedRow>(SaveAndLoad(TestData.ByNumber));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => engine.Predict(row));

        StringAssert.StartsWith(thrown.Message, "A row of label column 'Number' has class 2, but there are only 2 classes");
    }

    [TestMethod]
    [DataRow(2f, "2")]
    [DataRow(-1f, "-1")]
    [DataRow(0.5f, "0.5")]
    public void LoadedPipeline_OfAClassThatWasNotTrained_NamesRowAndClass(float number, string text)
    {
        var rows = TestData.Rows(3);
        rows[1].Number = number;
        var view = SaveAndLoad(TestData.ByNumber).Transform(Context.Data.LoadFromEnumerable(rows));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Read(view));

        // ML.NET wraps what the threads throw that read for it.
        StringAssert.StartsWith(
            thrown.InnerException!.Message, $"A row of label column 'Number' has class {text}, but");
    }

    [TestMethod]
    public void LoadedPipeline_OfALatentOfAnotherLength_NamesTheColumn()
    {
        var view = SaveAndLoad(TestData.ByLatent).Transform(Context.Data.LoadFromEnumerable<GanTransformerTests.VariableLatent>(
            [new() { Label = 0, Latent = new float[4] }, new() { Label = 0, Latent = new float[3] }]));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Read(view));

        Assert.AreEqual("A row of latent column 'Latent' has 3 values, but the generator needs 4.", thrown.InnerException!.Message);
    }

    private static ITransformer SaveAndLoad(ITransformer model) => Saved.AndLoaded(model);
}
