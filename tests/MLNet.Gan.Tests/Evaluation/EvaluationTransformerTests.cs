using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Evaluation;

[TestClass]
public sealed class EvaluationTransformerTests
{
    private static readonly MLContext Context = TestData.Context;

    private static readonly EvaluationOptions Options = new()
    {
        Features = new PlainFeatures(2),
        GeneratedColumnName = "Features",
    };

    [TestMethod]
    public void Transform_PassesRowsOnAndScoresThem()
    {
        var watch = Context.Gan.Watch(Options).Fit(TestData.Points(1));
        var view = watch.Transform(TestData.Points(150));

        var passed = TestData.Read(view, "Features");

        TestData.AssertSame([.. TestData.Rows(150).Select(row => row.Features)], passed);
        Assert.AreEqual(150, watch.Count);
        Assert.AreEqual(
            Context.Gan.Evaluate(TestData.Points(70), TestData.Points(150), Options).Frechet,
            watch.Score(TestData.Points(70)).Frechet, new Alike());
    }

    [TestMethod]
    public void Transform_ReadOfAnotherColumn_CountsToo()
    {
        var watch = Context.Gan.Watch(Options).Fit(TestData.Points(1));

        Assert.HasCount(65, watch.Transform(TestData.Points(65)).GetColumn<string>("Name").ToList());

        Assert.AreEqual(65, watch.Count);
    }

    [TestMethod]
    public void Transform_ThatIsReadInPart_CountsThatPart()
    {
        var watch = Context.Gan.Watch(Options).Fit(TestData.Points(1));
        var view = watch.Transform(TestData.Points(10));

        using (var cursor = view.CursorOf("Features"))
        {
            cursor.MoveNext();
            cursor.MoveNext();
            Assert.AreEqual(0, watch.Count);
        }

        Assert.AreEqual(2, watch.Count);
        watch.Clear();
        Assert.AreEqual(0, watch.Count);
    }

    [TestMethod]
    public void Score_OfASavedPipelinesStep_IsStillThatOfThisOne()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.zip");
        var watch = Context.Gan.Watch(Options).Fit(TestData.Points(1));
        Context.Model.Save(watch, TestData.Points(1).Schema, path);
        var loaded = Context.Model.Load(path, out _);
        File.Delete(path);

        Assert.HasCount(5, TestData.Read(loaded.Transform(TestData.Points(5)), "Features"));
        Assert.AreEqual(0, watch.Count);
    }

    [TestMethod]
    public void Watch_InAPipelineBehindAGenerator_SeesItsSamples()
    {
        var pipeline = Context.Gan.Trainers.Gan(TestData.Options)
            .Append(Context.Gan.Watch(Options with { GeneratedColumnName = "Generated" }));

        var model = pipeline.Fit(TestData.Points(10));
        Assert.HasCount(20, TestData.Read(model.Transform(TestData.Points(20))));

        Assert.AreEqual(20, model.LastTransformer.Count);
        Assert.IsTrue(model.LastTransformer.Score(TestData.Points(20)).Frechet.Value > 0.01);
    }

    [TestMethod]
    public void Score_OfNothing_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(
            () => Context.Gan.Watch(Options).Fit(TestData.Points(1)).Score(TestData.Points(5))).Message,
        "there are 0 generated ones");

    [TestMethod]
    public void Fit_WithoutTheColumn_IsRefused() => StringAssert.StartsWith(
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Context.Gan.Watch(Options with { GeneratedColumnName = "None" }).Fit(TestData.Points(1))).Message,
        "Could not find input column 'None'");

    /// <summary>Records of equal values whose lists of warnings are equal too.</summary>
    private sealed class Alike : IEqualityComparer<Score>
    {
        public bool Equals(Score? first, Score? second) => $"{first}" == $"{second}";

        public int GetHashCode(Score score) => $"{score}".GetHashCode(StringComparison.Ordinal);
    }
}
