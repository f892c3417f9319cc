using Microsoft.ML;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Pipelines;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class FeatureNetworkTrainerTests
{
    private static readonly MLContext Context = TestData.Context;

    [TestMethod]
    [DataRow("Label")]
    [DataRow("Number")]
    public void TrainFeatureNetwork_OnClassesThatLieApart_LearnsThem(string label)
    {
        using var network = Context.Gan.TrainFeatureNetwork(TestData.Points(200), Options with { LabelColumnName = label });

        // Fresh points, which are 0.1 around (−1, −1) and (1, 1).
        float[] samples = [-1.05f, -0.95f, 1.05f, 0.95f, -0.9f, -1.1f, 1, 1];
        var logits = new float[8];
        network.Output("logits").Extract(4, samples, logits);
        Assert.IsTrue(LabelAccuracy.Of(logits, [0, 1, 0, 1], classes: 2, "points").Overall > 0.9);
    }

    [TestMethod]
    public void TrainFeatureNetwork_GivesFeaturesFirstAndLogitsSecond()
    {
        using var network = Train();

        CollectionAssert.AreEqual(new[] { "features", "logits" }, network.Outputs.ToArray());
        Assert.AreEqual("points", network.Name);
        Assert.AreEqual(2, network.InputSize);
        Assert.AreEqual(6, network.FeatureSize);
        Assert.AreEqual(2, network.Output("logits").FeatureSize);
    }

    [TestMethod]
    public void TrainFeatureNetwork_OnImages_LearnsTheirClasses()
    {
        var rows = Enumerable.Range(0, 64).Select(row => new GanEstimatorTests.ImageOf64
        {
            Features = [.. Enumerable.Range(0, 64).Select(pixel => (pixel < 32) == (row % 2 == 0) ? 0.9f : -0.9f)],
            Label = (uint)(row % 2),
        }).ToArray();
        var view = Context.Data.LoadFromEnumerable(rows);

        using var network = Context.Gan.TrainFeatureNetwork(
            view, Options with { Shape = SampleShape.Image(1, 8, 8), Width = 4, Epochs = 6 });

        var scores = Context.Gan.Evaluate(view, view, new EvaluationOptions
        {
            Features = network,
            Classifier = network.Output("logits"),
            GeneratedColumnName = "Features",
        });
        Assert.IsTrue(scores.RealLabelAccuracy!.Overall > 0.9, $"{scores}");
    }

    [TestMethod]
    public void TrainFeatureNetwork_OnAnImageThatCannotBeHalvedTwice_SaysWhatToDo()
    {
        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.TrainFeatureNetwork(
            TestData.Points(10), Options with { Shape = SampleShape.Image(1, 1, 2) }));

        StringAssert.Contains(thrown.Message, "multiples of 4, but the shape is Image(1, 1, 2). Pad or resize");
    }

    [TestMethod]
    public void TrainFeatureNetwork_WithoutItsLabelColumn_IsRefusedInMLNetsWords()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.TrainFeatureNetwork(
            TestData.Points(10), Options with { LabelColumnName = "Nothing" }));

        StringAssert.StartsWith(thrown.Message, "Could not find label column 'Nothing'");
    }

    [TestMethod]
    public void TrainFeatureNetwork_OfOneClass_SaysWhatItNeeds()
    {
        var rows = Context.Data.LoadFromEnumerable(TestData.Rows(20).Where(row => row.Label == 0));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.TrainFeatureNetwork(rows, Options));

        Assert.AreEqual("The rows of label column 'Label' are all of one class, but a feature network learns to tell classes "
            + "apart. Give it rows of two classes or more.", thrown.Message);
    }

    [TestMethod]
    public void TrainFeatureNetwork_TellsOfItsProgressUpToTheEnd()
    {
        List<double> shares = [];

        using var network = Context.Gan.TrainFeatureNetwork(
            TestData.Points(20), Options with { Epochs = 2, BatchSize = 8, Progress = new SynchronousProgress<double>(shares.Add) });

        // 2 · 20 / 8 = 5 steps, of which the first and the last are told.
        Assert.HasCount(2, shares);
        Assert.AreEqual(0.2, shares[0], 1e-12);
        Assert.AreEqual(1, shares[1], 1e-12);
    }

    [TestMethod]
    public void Output_ThatTheNetworkLacks_NamesThoseThatItHas()
    {
        using var network = Train();

        var thrown = Assert.ThrowsExactly<ArgumentException>(() => network.Output("pool3"));

        Assert.AreEqual("output", thrown.ParamName);
        StringAssert.StartsWith(thrown.Message, "The network 'points' has no output 'pool3'. It has features, logits.");
    }

    [TestMethod]
    public void FromOnnx_OfASavedNetwork_ComputesTheSameFeatures()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");
        try
        {
            using var network = Train();
            network.Save(path);
            using var loaded = FeatureNetwork.FromOnnx(path);
            var (before, after) = (new float[6], new float[6]);

            network.Extract(1, new float[] { 0.5f, -0.25f }, before);
            loaded.Extract(1, new float[] { 0.5f, -0.25f }, after);

            CollectionAssert.AreEqual(before, after);
            Assert.AreEqual(Path.GetFileNameWithoutExtension(path), loaded.Name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static FeatureNetworkOptions Options => new()
    {
        Shape = SampleShape.Vector(2), Name = "points", FeatureSize = 6, Width = 8, BatchSize = 8, LearningRate = 0.01,
    };

    private static FeatureNetwork Train() => Context.Gan.TrainFeatureNetwork(TestData.Points(40), Options);
}
