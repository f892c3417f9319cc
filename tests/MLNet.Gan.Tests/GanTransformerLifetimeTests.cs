using Microsoft.ML;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests;

/// <summary>Prediction engines and disposing.</summary>
[TestClass]
public sealed class GanTransformerLifetimeTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    public void PredictionEngine_ForEachExample_DrawsAnotherSample()
    {
        using var engine = Context.Model.CreatePredictionEngine<PointRow, GeneratedRow>(
            TestData.Plain, new PredictionEngineOptions { OwnsTransformer = false });
        var row = TestData.Rows(1)[0];

        var samples = Enumerable.Range(0, 5).Select(_ => engine.Predict(row).Generated).ToList();

        TestData.AssertDistinct(samples);
        TestData.AssertSame(TestData.Read(TestData.Plain.Transform(TestData.Points(5))), samples);
    }

    [TestMethod]
    public void PredictionEngine_WithALatentColumn_ObeysLatentAndLabel()
    {
        using var engine = Context.Model.CreatePredictionEngine<PointRow, GeneratedRow>(
            TestData.ByLatent, new PredictionEngineOptions { OwnsTransformer = false });
        var row = TestData.Rows(1)[0];
        var first = engine.Predict(row).Generated;
        var again = engine.Predict(row).Generated;
        row.Label = 1;

        CollectionAssert.AreEqual(first, again);
        CollectionAssert.AreNotEqual(first, engine.Predict(row).Generated);
    }

    [TestMethod]
    public void Dispose_OfAnEngineAndThenOfItsModel_DoesNoHarm()
    {
        var model = Trained();
        var engine = Context.Model.CreatePredictionEngine<PointRow, GeneratedRow>(model);
        Assert.HasCount(2, engine.Predict(TestData.Rows(1)[0]).Generated);

        engine.Dispose();
        model.Dispose();
        engine.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => TestData.Read(model.Generate(1)));
    }

    [TestMethod]
    public void Dispose_OfAPipelineTwice_DoesNoHarm()
    {
        var pipeline = Context.Transforms.CopyColumns("Copy", "Features")
            .Append(Context.Gan.Trainers.Gan(TestData.Options)).Fit(TestData.Points(10));

        pipeline.Dispose();
        pipeline.Dispose();
        pipeline.LastTransformer.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => TestData.Read(pipeline.Transform(TestData.Points(1))));
    }

    [TestMethod]
    public void Use_AfterDispose_SaysThatItIsDisposed()
    {
        var model = Trained();
        var (transformed, generated) = (model.Transform(TestData.Points(1)), model.Generate(1));
        model.Dispose();

        foreach (var use in new Action[]
            { () => TestData.Read(transformed), () => TestData.Read(generated), () => model.ExportToOnnx("never.onnx") })
            Assert.AreEqual(
                typeof(GanTransformer).FullName, Assert.ThrowsExactly<ObjectDisposedException>(use).ObjectName);
        Assert.IsFalse(File.Exists("never.onnx"));
    }

    [TestMethod]
    public void Facts_AfterDispose_AreStillThere()
    {
        var model = Trained();
        model.Dispose();

        Assert.AreEqual(SampleShape.Vector(2), model.Shape);
        Assert.AreEqual(TestData.LatentSize, model.LatentSize);
        Assert.AreEqual(3, model.Run!.Steps);
    }

    private static GanTransformer Trained() => Context.Gan.Trainers.Gan(TestData.Options).Fit(TestData.Points(10));
}
