using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Evaluation;

[TestClass]
public sealed class FeatureEstimatorTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly FeatureNetwork _network =
        Context.Gan.TrainFeatureNetwork(TestData.Points(40), FeatureNetworkTrainerTests.Options);

    public void Dispose() => _network.Dispose();

    [TestMethod]
    public void Transform_AddsWhatTheNetworkSaysOfEachRow()
    {
        var points = TestData.Points(5);

        var seen = Context.Gan.Features("Seen", "Features", _network).Fit(points).Transform(points);

        var expected = TestData.Rows(5).Select(row => Extract(_network, row.Features)).ToList();
        TestData.AssertSame(expected, TestData.Read(seen, "Seen"));
        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 6), seen.Schema["Seen"].Type);
    }

    [TestMethod]
    public void Transform_BehindAGenerator_SeesItsSamples()
    {
        var logits = _network.Output("logits");
        var pipeline = Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = "Label" })
            .Append(Context.Gan.Features("Seen", "Generated", logits))
            .Append(Context.Transforms.CopyColumns("Last", "Seen"));
        var model = pipeline.Fit(TestData.Points(10));

        var output = model.Transform(TestData.Points(3));
        using var engine = Context.Model.CreatePredictionEngine<PointRow, SeenRow>(model);
        var first = engine.Predict(TestData.Rows(1)[0]);

        TestData.AssertSame(
            [.. TestData.Read(output).Select(sample => Extract(logits, sample))], TestData.Read(output, "Last"));
        CollectionAssert.AreEqual(TestData.Read(output, "Last")[0], first.Last);
    }

    [TestMethod]
    public void Transform_ReadByEightThreads_GivesEachTheSameFeatures()
    {
        var points = TestData.Points(100);
        var view = Context.Gan.Features("Seen", "Features", _network).Fit(points).Transform(points);
        var expected = TestData.Read(view, "Seen");

        var read = OwnThreads.Run(8, _ => TestData.Read(view, "Seen"));

        foreach (var features in read)
            TestData.AssertSame(expected, features);
    }

    [TestMethod]
    public void GetOutputSchema_OfAShape_PromisesWhatTransformGives()
    {
        var points = TestData.Points(1);
        var estimator = Context.Gan.Features("Seen", "Features", _network);

        var promised = Assert.ContainsSingle(
            estimator.GetOutputSchema(SchemaShapes.Of(points.Schema)).Where(column => column.Name == "Seen"));

        var kept = Assert.ContainsSingle(
            SchemaShapes.Of(estimator.Fit(points).Transform(points).Schema).Where(column => column.Name == "Seen"));
        Assert.AreEqual((kept.Kind, kept.ItemType, kept.IsKey), (promised.Kind, promised.ItemType, promised.IsKey));
    }

    [TestMethod]
    public void Fit_OnVectorsOfAnotherSize_NamesBothSizes()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Context.Gan.Features("Seen", "Latent", _network).Fit(TestData.Points(1)));

        Assert.AreEqual("inputSchema", thrown.ParamName);
        StringAssert.StartsWith(thrown.Message,
            "Schema mismatch for input column 'Latent': expected Vector<Single, 2>, got Vector<Single, 4>");
    }

    [TestMethod]
    public void UnfitColumn_IsRefusedInMLNetsWords()
    {
        var shape = SchemaShapes.Of(TestData.Points(1).Schema);

        StringAssert.StartsWith(
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(
                () => Context.Gan.Features("Seen", "Nothing", _network).GetOutputSchema(shape)).Message,
            "Could not find input column 'Nothing'");
        StringAssert.StartsWith(
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(
                () => Context.Gan.Features("Seen", "Name", _network).GetOutputSchema(shape)).Message,
            "Schema mismatch for input column 'Name': expected Vector<Single>, got String");
    }

    [TestMethod]
    public void Save_OfAPipelineWithFeatures_LoadsWithTheSameFeatures()
    {
        var points = TestData.Points(5);
        var model = Context.Gan.Features("Seen", "Features", _network.Output("logits")).Fit(points);
        using var stream = new MemoryStream();
        Context.Model.Save(model, points.Schema, stream);

        var loaded = new MLContext().Model.Load(new MemoryStream(stream.ToArray()), out _);

        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 2), loaded.GetOutputSchema(points.Schema)["Seen"].Type);
        TestData.AssertSame(
            [.. model.Transform(points).GetColumn<float[]>("Seen")], [.. loaded.Transform(points).GetColumn<float[]>("Seen")]);
    }

    [TestMethod]
    public void Save_OfFeaturesThatAreNoNetwork_SaysWhatToDoInstead()
    {
        var points = TestData.Points(1);
        var model = Context.Gan.Features("Seen", "Features", new Doubles()).Fit(points);

        var thrown = Assert.ThrowsExactly<NotSupportedException>(
            () => Context.Model.Save(model, points.Schema, new MemoryStream()));

        StringAssert.Contains(thrown.Message, "Append ml.Gan.Features after loading");
    }

    private sealed class Doubles : IFeatureExtractor
    {
        public string Name => "doubles";

        public int InputSize => 2;

        public int FeatureSize => 2;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) => samples.CopyTo(features);
    }

    private static float[] Extract(IFeatureExtractor extractor, float[] sample)
    {
        var features = new float[extractor.FeatureSize];
        extractor.Extract(1, sample, features);
        return features;
    }

    public sealed class SeenRow
    {
        public float[] Last { get; set; } = [];
    }
}
