using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Generation;
using MLNet.Gan.Tests.Metrics;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Evaluation;

[TestClass]
public sealed class GanEvaluationTests : IDisposable
{
    private static readonly MLContext Context = TestData.Context;
    private readonly FeatureNetwork _network =
        Context.Gan.TrainFeatureNetwork(TestData.Points(200), FeatureNetworkTrainerTests.Options);

    public void Dispose() => _network.Dispose();

    [TestMethod]
    public void Evaluate_OfAViewWithItself_IsZero()
    {
        var scores = Context.Gan.Evaluate(TestData.Points(200), TestData.Points(200), Options);

        Assert.AreEqual(0, scores.Frechet.Value, 1e-6);
        Assert.AreEqual(200, scores.Frechet.Protocol.RealCount);
        Assert.AreEqual(200, scores.Frechet.Protocol.GeneratedCount);
        Assert.IsNull(scores.LabelAccuracy);
        Assert.IsNull(scores.RealLabelAccuracy);
    }

    [TestMethod]
    public void Evaluate_OfMoreNoise_IsMore()
    {
        var (little, much) = (Distance(0.3f), Distance(3));

        Assert.IsTrue(little > 1e-3, $"{little}");
        Assert.IsTrue(much > 2 * little, $"{much} after {little}");

        double Distance(float strength) =>
            Context.Gan.Evaluate(TestData.Points(200), Noisy(strength), Options).Frechet.Value;
    }

    [TestMethod]
    public void Evaluate_NamesTheNetworkInItsScore()
    {
        var scores = Context.Gan.Evaluate(TestData.Points(20), TestData.Points(20), Options);

        Assert.AreEqual("Fréchet distance", scores.Frechet.Name);
        Assert.AreEqual(scores.Frechet, scores["Fréchet distance"]);
        StringAssert.Contains(scores.ToString(), "(network points, weights ");
        StringAssert.Contains(scores.ToString(), ", real 20, generated 20, seed 0, settings ddof 1)");
    }

    [TestMethod]
    [DataRow("Label")]
    [DataRow("Number")]
    public void Evaluate_WithAClassifier_CountsTheWantedClasses(string label)
    {
        // Of ten generated rows, four show the other class.
        var rows = TestData.Rows(10);
        foreach (var row in rows[..4])
            (row.Label, row.Number) = (1 - row.Label, 1 - row.Number);

        var scores = Context.Gan.Evaluate(TestData.Points(100), Context.Data.LoadFromEnumerable(rows),
            Options with { Classifier = _network.Output("logits"), LabelColumnName = label });

        Assert.AreEqual(1, scores.RealLabelAccuracy!.Overall, 1e-12);
        Assert.AreEqual(100, scores.RealLabelAccuracy.Count);
        Assert.AreEqual(0.6, scores.LabelAccuracy!.Overall, 1e-12);
        Assert.AreEqual(10, scores.LabelAccuracy.Count);
        StringAssert.Contains(scores.ToString(), "on real samples: Label accuracy (points/logits) = 100.0%");
    }

    [TestMethod]
    public void Evaluate_OfMoreRowsThanABlock_CountsAllOfThem()
    {
        // Rows are read 64 at a time.
        foreach (var count in new[] { 63, 64, 65, 128 })
        {
            var scores = Context.Gan.Evaluate(TestData.Points(200), TestData.Points(count),
                Options with { Classifier = _network.Output("logits") });

            Assert.AreEqual(count, scores.Frechet.Protocol.GeneratedCount);
            Assert.AreEqual(count, scores.LabelAccuracy!.Count);
        }
    }

    [TestMethod]
    public void Evaluate_OfGeneratedSamples_ReadsTheirOwnColumns()
    {
        var scores = Context.Gan.Evaluate(TestData.Points(50), TestData.ByKey.Generate(70),
            new EvaluationOptions { Features = _network, Classifier = _network.Output("logits") });

        Assert.AreEqual(70, scores.Frechet.Protocol.GeneratedCount);
        Assert.IsTrue(scores.Frechet.Value > 0.01, $"{scores}");   // Three steps teach nothing.
    }

    [TestMethod]
    public void Evaluate_WithHalvings_SaysWhereTheValueLies()
    {
        var scores = Context.Gan.Evaluate(TestData.Points(100), Noisy(0.3f), Options with { Halvings = 8, Confidence = 0.8 });

        var interval = scores.Frechet.Interval!;
        Assert.IsTrue(interval.Low < scores.Frechet.Value && scores.Frechet.Value < interval.High, $"{scores}");
        Assert.AreEqual(0.8, interval.Level);
    }

    [TestMethod]
    public void Evaluate_ByLogitsWithoutAClassifier_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Evaluate(
            TestData.Points(5), TestData.Points(5), Options with { Metrics = [new OfLogits()] })).Message,
        "OfLogits { Needs = Logits } needs a classifier's logits, but Classifier is not set");

    [TestMethod]
    public void EvaluateOnnx_OfAForeignGenerator_IsThatOfItsSamples()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");
        File.WriteAllBytes(path, ExternalGeneratorTests.Model("dynamic")); // gives its 12 latents back
        var options = new EvaluationOptions { Features = new PlainFeatures(12) };
        var real = Context.Data.LoadFromEnumerable(Normals(300, seed: 1));

        var scores = Context.Gan.EvaluateOnnx(path, real, options, new() { Count = 200, Seed = 5 });
        var misfit = Assert.ThrowsExactly<ArgumentException>(
            () => Context.Gan.EvaluateOnnx(path, real, options with { Features = new PlainFeatures(5) }));
        File.Delete(path);

        using var generator = new ExternalGenerator(ExternalGeneratorTests.Model("dynamic"), new());
        var samples = generator.Generate(200, seed: 5, blockSize: 200).Single().Samples.ToArray();
        var view = Context.Data.LoadFromEnumerable(samples.Chunk(12).Select(row => new Dozen { Features = row }).ToArray());
        Assert.AreEqual(0, scores.Frechet.Minus(
            Context.Gan.Evaluate(real, view, options with { GeneratedColumnName = "Features" }).Frechet), 1e-12);
        StringAssert.Contains(misfit.Message, "The generator generates Image(3, 2, 2), which are 12 numbers");
    }

    [TestMethod]
    [DataRow("of the batch", ScoreWarning.BatchDependence, "The generator computes over the batch: its samples")]
    [DataRow("noise inside", ScoreWarning.RandomOutputs, "The generator draws random numbers: its samples")]
    public void EvaluateOnnx_OfAnUnstableGenerator_Warns(string name, string code, string message)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");
        File.WriteAllBytes(path, ExternalGeneratorTests.Model(name));

        var scores = Context.Gan.EvaluateOnnx(path, Context.Data.LoadFromEnumerable(Normals(300, seed: 1)),
            new() { Features = new PlainFeatures(12) }, new() { Count = 64 });
        File.Delete(path);

        Assert.StartsWith(message, scores.Frechet.Warnings.Single(warning => warning.Code == code).Message);
    }

    [TestMethod]
    public void EvaluateOnnx_OfAmbiguousOutputs_TakesTheNamedOne()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.onnx");
        File.WriteAllBytes(path, ExternalGeneratorTests.Model("two images"));
        var real = Context.Data.LoadFromEnumerable(Normals(300, seed: 1));
        var options = new EvaluationOptions { Features = new PlainFeatures(12) };

        Assert.Contains("Name one by Output", Assert.ThrowsExactly<FormatException>(
            () => Context.Gan.EvaluateOnnx(path, real, options, new() { Count = 64 })).Message);
        var named = Context.Gan.EvaluateOnnx(path, real, options, new() { Count = 64, Output = "image" }).Frechet.Value;
        File.WriteAllBytes(path, ExternalGeneratorTests.Model("dynamic")); // It has that output alone.
        Assert.AreEqual(Context.Gan.EvaluateOnnx(path, real, options, new() { Count = 64 }).Frechet.Value, named, 1e-12);
        File.Delete(path);
    }

    [TestMethod]
    [DataRow("half", "a model of half precision with floats at its ends (keep_io_types=True)")]
    [DataRow("classes", "takes 'z' [?, 3] of Single, 'y' [?] of Int64, but a feature network takes one input, of floats")]
    [DataRow("two inputs", "but it must take one Single input")]
    public void FromOnnx_OfOtherInputs_SaysHowToExport(string name, string message) => Assert.Contains(message,
        Assert.ThrowsExactly<FormatException>(() => FeatureNetwork.FromOnnx(ExternalGeneratorTests.Model(name), "n")).Message);

    [TestMethod]
    public void Evaluate_ByTwoOutputsOfANetwork_IsThatOfEachAlone()
    {
        var logits = _network.Output("logits");
        var (samples, features, answers) = (new float[] { 1, 1, -1, -1, 0.3f, 0.1f }, new float[18], new float[6]);

        Assert.IsTrue(((IJointExtractor)_network).ExtractWith(logits, 3, samples, features, answers));

        var (alone, logitsAlone) = (new float[18], new float[6]);
        _network.Extract(3, samples, alone);
        logits.Extract(3, samples, logitsAlone);
        CollectionAssert.AreEqual(alone, features);
        CollectionAssert.AreEqual(logitsAlone, answers);
        Assert.IsFalse(((IJointExtractor)_network).ExtractWith(_network, 3, samples, features, alone));
        Assert.IsFalse(((IJointExtractor)_network).ExtractWith(new PlainFeatures(2), 3, samples, features, answers));
    }

    [TestMethod]
    [DataRow("Nothing", "Features", "Could not find input column 'Nothing'")]
    [DataRow("Features", "Latent", "Schema mismatch for input column 'Latent': expected Vector<Single, 2>, got Vector<Single, 4>")]
    public void Evaluate_OfAnUnfitColumn_IsRefusedInMLNetsWords(string real, string generated, string message)
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.Evaluate(
            TestData.Points(5), TestData.Points(5), Options with { RealColumnName = real, GeneratedColumnName = generated }));

        StringAssert.StartsWith(thrown.Message, message);
    }

    [TestMethod]
    public void Evaluate_WithoutTheColumnOfAnOption_NamesTheOptionAndTheColumns()
    {
        var points = TestData.Points(5);

        Assert.StartsWith("Could not find input column 'Generated'. Set GeneratedColumnName to one of 'Features', 'Label', ",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.Evaluate(
                points, points, new() { Features = new PlainFeatures(2) })).Message);
        Assert.StartsWith("Could not find input column 'Real'. Set RealColumnName to one of 'Features', 'Label', ",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Context.Gan.Evaluate(
                points, points, new() { Features = new PlainFeatures(2), RealColumnName = "Real" })).Message);
    }

    [TestMethod]
    public void Evaluate_OfFewerNamedClasses_MatchesThemByName()
    {
        var options = new EvaluationOptions { Features = new PlainFeatures(3), Classifier = new PlainFeatures(3), GeneratedColumnName = "Features" };
        var real = Animals("bird", "cat", "dog", "bird", "cat", "dog");

        // The classifier takes a sample for the class of its largest value: all four are right, with the numbers 0 and 1 here.
        var scores = Context.Gan.Evaluate(real, Animals("cat", "dog", "dog", "cat"), options);

        Assert.AreEqual(1.0, scores.LabelAccuracy!.Overall);
        CollectionAssert.AreEqual(new[] { double.NaN, 1, 1 }, scores.LabelAccuracy.PerClass.ToArray());
    }

    [TestMethod]
    public void Evaluate_OfANamedClassThatNoRealRowHas_NamesIt()
    {
        var options = new EvaluationOptions { Features = new PlainFeatures(3), Classifier = new PlainFeatures(3), GeneratedColumnName = "Features" };

        Assert.StartsWith("Generated rows have class 'bird' in column 'Label', but the classes of real rows are 'cat', 'dog'. ",
            Assert.ThrowsExactly<InvalidOperationException>(() => Context.Gan.Evaluate(
                Animals("cat", "dog", "cat"), Animals("cat", "bird", "dog"), options)).Message);
    }

    /// <summary>One-hot samples of birds, cats and dogs, whose classes are numbered in the order of the alphabet.</summary>
    private static IDataView Animals(params string[] names)
    {
        string[] all = ["bird", "cat", "dog"];
        var view = Context.Data.LoadFromEnumerable(names.Select(name => new Animal
        {
            Name = name, Features = [.. all.Select(other => other == name ? 1f : 0)],
        }).ToArray());
        return Context.Transforms.Conversion.MapValueToKey("Label", "Name",
            keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue).Fit(view).Transform(view);
    }

    private static Dozen[] Normals(int count, ulong seed) =>
        [.. Samples.Plain(seed, count, 12).Chunk(12).Select(row => new Dozen { Features = row })];

    private sealed class Dozen
    {
        [VectorType(12)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Animal
    {
        public string Name { get; set; } = "";

        [VectorType(3)]
        public float[] Features { get; set; } = [];
    }

    private sealed record OfLogits : IMetric
    {
        public Evidence Needs => Evidence.Logits;

        public IEnumerable<Score> Measure(Comparison comparison) => [];
    }

    private EvaluationOptions Options => new() { Features = _network, GeneratedColumnName = "Features" };

    private static IDataView Noisy(float strength)
    {
        var random = new Random(1);
        var rows = TestData.Rows(200);
        foreach (var row in rows)
            row.Features = [.. row.Features.Select(value => value + strength * (random.NextSingle() - 0.5f))];
        return Context.Data.LoadFromEnumerable(rows);
    }
}
