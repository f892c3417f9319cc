using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

/// <summary>What stands behind a generator in a loaded pipeline.</summary>
[TestClass]
public sealed class GanPipelineUseTests
{
    private const string ToBytes = "x : min(max((x + 1) * 127.5f + 0.5f, 0f), 255f)";
    private static readonly MLContext Context = TestData.Context;

    private static readonly Lazy<ITransformer> LazyPictures = new(() => Context.Gan
        .Trainers.Gan(TestData.Options with { Shape = SampleShape.Image(3, 4, 2) })
        .Append(Context.Transforms.Expression("Bytes", ToBytes, "Generated"))
        .Append(Context.Transforms.ConvertToImage(4, 2, "Picture", "Bytes"))
        .Fit(Images()));

    [TestMethod]
    public void Load_OfATrainerBehindTheGenerator_ScoresTheSame()
    {
        var pipeline = Context.Gan.Trainers.Gan(TestData.Options with { LabelColumnName = "Label" })
            .Append(Context.MulticlassClassification.Trainers.SdcaMaximumEntropy("Label", "Generated", maximumNumberOfIterations: 2))
            .Append(Context.Clustering.Trainers.KMeans("Score", numberOfClusters: 2))
            .Fit(TestData.Points(20));

        var loaded = Saved.AndLoaded(pipeline).Transform(TestData.Points(300));

        TestData.AssertSame(TestData.Read(pipeline.Transform(TestData.Points(300)), "Score"), TestData.Read(loaded, "Score"));
        Assert.HasCount(300, loaded.GetColumn<uint>("PredictedLabel"));
    }

    [TestMethod]
    public void Fit_OfATrainerOnALoadedPipelinesSamples_Learns()
    {
        var view = Saved.AndLoaded(TestData.ByKey).Transform(TestData.Points(200));

        var clusters = Context.Clustering.Trainers.KMeans("Generated", numberOfClusters: 3).Fit(view);

        CollectionAssert.AreEquivalent(
            new uint[] { 1, 2, 3 }, clusters.Transform(view).GetColumn<uint>("PredictedLabel").Distinct().ToArray());
    }

    [TestMethod]
    public void Load_OfAnImageGenerator_KeepsTheDimensions() => Assert.AreEqual(
        new VectorDataViewType(NumberDataViewType.Single, 3, 4, 2),
        Saved.AndLoaded(LazyPictures.Value).GetOutputSchema(Images().Schema)["Generated"].Type);

    [TestMethod]
    public void Load_OfConvertToImageBehindTheGenerator_GivesTheSameOpaquePictures()
    {
        var loaded = Pictures(Saved.AndLoaded(LazyPictures.Value).Transform(Images()));

        var original = Pictures(LazyPictures.Value.Transform(Images()));
        Assert.HasCount(10, loaded);
        for (var row = 0; row < 10; row++)
            CollectionAssert.AreEqual(original[row], loaded[row]);

        // Blue, green, red, alpha: 4 × 2 pixels each.
        var first = TestData.Read(LazyPictures.Value.Transform(Images()))[0];
        for (var pixel = 0; pixel < 8; pixel++)
        {
            for (var color = 0; color < 3; color++)
                Assert.AreEqual((first[8 * color + pixel] + 1) * 127.5, loaded[0][4 * pixel + 2 - color], 0.51);
            Assert.AreEqual(255, loaded[0][4 * pixel + 3]);
        }
    }

    [TestMethod]
    public void EnginePool_OverALoadedPipeline_AnswersEachRequestFromItsLatent()
    {
        var rows = TestData.Rows(400);
        var loaded = Saved.AndLoaded(TestData.ByLatent);
        var pool = new ConcurrentBag<PredictionEngine<PointRow, GeneratedRow>>();
        var samples = new float[rows.Count][];

        OwnThreads.Run(8, thread =>
        {
            for (var row = thread; row < rows.Count; row += 8)
            {
                var engine = pool.TryTake(out var free) ? free : Engine(loaded);
                samples[row] = engine.Predict(rows[row]).Generated;
                pool.Add(engine);
            }

            return pool;
        });

        TestData.AssertSame(TestData.Read(TestData.ByLatent.Transform(Context.Data.LoadFromEnumerable(rows))), samples);
    }

    [TestMethod]
    public void Engines_OverALoadedPipeline_EachCountTheirOwnPredictions()
    {
        var rows = TestData.Rows(100);
        var loaded = Saved.AndLoaded(TestData.ByKey);
        var samples = OwnThreads.Run(8, _ =>
        {
            var engine = Engine(loaded);
            return rows.Select(row => engine.Predict(row).Generated).ToList();
        });

        var expected = TestData.Read(TestData.ByKey.Transform(Context.Data.LoadFromEnumerable(rows)));
        foreach (var own in samples)
            TestData.AssertSame(expected, own);
    }

    private static PredictionEngine<PointRow, GeneratedRow> Engine(ITransformer loaded) =>
        Context.Model.CreatePredictionEngine<PointRow, GeneratedRow>(
            loaded, new PredictionEngineOptions { OwnsTransformer = false });

    private static List<byte[]> Pictures(IDataView view)
    {
        List<byte[]> pictures = [];
        using var cursor = view.CursorOf("Picture");
        var getter = cursor.GetGetter<MLImage>(view.Schema["Picture"]);
        MLImage picture = null!;
        while (cursor.MoveNext())
        {
            getter(ref picture);
            pictures.Add(picture.Pixels.ToArray());
        }

        return pictures;
    }

    private static IDataView Images() => Context.Data.LoadFromEnumerable(
        Enumerable.Range(0, 10).Select(row => new ImageRow
        {
            Features = [.. Enumerable.Range(0, 24).Select(pixel => MathF.Sin(row + pixel))],
        }).ToArray());

    public sealed class ImageRow
    {
        [VectorType(24)]
        public float[] Features { get; set; } = [];
    }
}
