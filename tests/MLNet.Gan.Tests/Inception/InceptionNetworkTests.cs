using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Tool;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tests.Inception;

/// <summary>The whole way, from weights that are imported to features, against torchvision.</summary>
[TestClass]
public sealed class InceptionNetworkTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
    private static readonly InceptionCache Cache = new(Path.Combine(Folder, "cache"));
    private static readonly InceptionOptions Small = new() { FeatureSize = 64, Threads = 1 };
    private static readonly SampleShape Color = SampleShape.Image(3, 32, 32);

    private static string Imported = "";

    [ClassInitialize]
    public static void Import(TestContext _)
    {
        Directory.CreateDirectory(Folder);
        var source = Path.Combine(Folder, "weights.pth");
        File.WriteAllText(source, "The test's own reader knows the weights.");
        Imported = InceptionImport.Import(source, Cache, path => MadeUp.Weights());
    }

    [ClassCleanup]
    public static void Remove() => Directory.Delete(Folder, recursive: true);

    [TestMethod]
    [DataRow("tensorflow")]
    [DataRow("pytorch-fid")]
    [DataRow("clean")]
    public void Outputs_OfEveryKind_AreTorchvisions(string way) => TorchvisionOutputs.AssertEqual(Imported, way);

    [TestMethod]
    public void Open_OfTheCache_GivesFeaturesAndLogitsThatNameTheirOrigin()
    {
        using var network = InceptionNetwork.Open(
            new() { Preprocessing = new CleanResize(), WithLogits = true }, Cache);
        var row = Vectors.Rows("vectors.json", "judged").First(row => row.Way().Name == "clean").GetProperty("outputs");
        var (features, logits) = (new float[2048], new float[1008]);

        network.Extract(1, MadeUp.Image(1, 32, 32), Color, features, logits);

        Assert.AreEqual("inception-v3", network.Name);
        Assert.AreEqual(Path.GetFileName(Imported), $"inception-{network.Weights}.onnx");
        Assert.AreEqual("clean", network.Preprocessing);
        Assert.AreEqual((2048, 1008, false), (network.FeatureSize, network.Classes, network.UsesGpu));
        Vectors.AssertClose(row.Numbers("features"), features, 2e-4, "the features");
        Vectors.AssertClose(row.Numbers("logits_unbiased"), logits, 2e-4, "the logits");
    }

    [TestMethod]
    public void NetworkTable_OfAnImportedFile_OpensItAsTheInceptionNetwork()
    {
        Assert.IsTrue(InceptionModel.IsAt(Imported));
        using var scorer = NetworkTable.Open(new(Imported, "pytorch-fid", Batch: 2, Threads: 1));

        Assert.AreEqual(("inception-v3", "pytorch-fid", 1008),
            (scorer.Protocol.Network, scorer.Protocol.Preprocessing, scorer.Classes));
    }

    [TestMethod]
    public void GanFid_OfClassifierScores_TakesTheLogitsOfTheGeneratedImages()
    {
        const int count = 11, classes = 1008;
        using var bench = new Workbench();
        var (real, generated) = (bench.Images("real", 2, seed: 1, side: 8), bench.Images("generated", count, seed: 2, side: 8));

        Assert.AreEqual(0, bench.Run("score", real, generated, "-n", Imported, "-m", "is", "--threads", "1", "--json"), bench.Error);

        // Ten splits: nine of one image, of which exp(KL) is 1, and one of the last two images.
        using var network = InceptionNetwork.Open(new() { WithLogits = true, Threads = 1 }, Cache);
        var shares = new double[2][];
        foreach (var (i, path) in Directory.GetFiles(generated).Order(StringComparer.Ordinal).Skip(count - 2).Index())
        {
            var logits = new float[classes];
            network.Extract(1, ImageFile.Read(path).Planes.Values, SampleShape.Image(3, 8, 8), new float[2048], logits);
            shares[i] = [.. logits.Select(logit => Math.Exp(logit) / logits.Sum(other => Math.Exp(other)))];
        }

        var divergence = shares.Average(row => row.Select((share, k) => share * Math.Log(2 * share / (shares[0][k] + shares[1][k]))).Sum());
        var score = System.Text.Json.JsonDocument.Parse(bench.Output).RootElement[0];
        Assert.AreEqual("classifier score", score.GetProperty("name").GetString()); // Not the authors' weights.
        Assert.AreEqual((9 + Math.Exp(divergence)) / 10, score.GetProperty("value").GetDouble(), 1e-6);
        Assert.IsGreaterThan(1e-4, divergence);
    }

    [TestMethod]
    [DataRow(64, "inception-v3/64")]
    [DataRow(192, "inception-v3/192")]
    [DataRow(768, "inception-v3/768")]
    public void Open_OfFewerFeatures_NamesTheSize(int size, string name)
    {
        using var network = InceptionNetwork.Open(Small with { FeatureSize = size }, Cache);
        var features = new float[size];
        var row = Vectors.Rows("vectors.json", "judged").First(row => row.Way().Name == "tensorflow");

        network.Extract(1, MadeUp.Image(1, 32, 32), Color, features);

        Assert.AreEqual(name, network.Name);
        Vectors.AssertClose(row.GetProperty("outputs").Numbers($"features_{size}"), features, 2e-4, name);
    }

    [TestMethod]
    public void Extract_InBatchesOfAnySize_GivesTheSameBits()
    {
        byte[] images = [.. Enumerable.Range(0, 5).SelectMany(seed => MadeUp.Image(seed, 32, 32))];
        float[][] found = [.. new[] { 1, 2, 5, 16 }.Select(batchSize =>
        {
            using var network = InceptionNetwork.Open(Small with { BatchSize = batchSize, FeatureSize = 192 }, Cache);
            var features = new float[5 * 192];
            network.Extract(5, images, Color, features);
            return features;
        })];

        foreach (var features in found)
            CollectionAssert.AreEqual(found[0], features);
    }

    [TestMethod]
    public void Extract_OfGray_RepeatsIt()
    {
        using var network = InceptionNetwork.Open(Small with { BatchSize = 2 }, Cache);
        byte[] gray = [.. Enumerable.Range(0, 3).SelectMany(seed => MadeUp.Image(seed, 32, 32).Take(32 * 32))];
        byte[] color = [.. gray.Chunk(32 * 32).SelectMany(plane => (byte[])[.. plane, .. plane, .. plane])];
        var (ofGrey, ofColor) = (new float[3 * 64], new float[3 * 64]);

        network.Extract(3, gray, SampleShape.Image(1, 32, 32), ofGrey);
        network.Extract(3, color, Color, ofColor);

        CollectionAssert.AreEqual(ofColor, ofGrey);
    }

    [TestMethod]
    public void Extract_OfFloats_IsThatOfTheirBytes()
    {
        using var network = InceptionNetwork.Open(Small with { Range = PixelRange.Unit }, Cache);
        var bytes = MadeUp.Image(1, 32, 32);
        var (ofBytes, ofFloats) = (new float[64], new float[64]);

        network.Extract(1, bytes, Color, ofBytes);
        network.Of(Color).Extract(1, Array.ConvertAll(bytes, value => (value + 0.3f) / 255), ofFloats);

        CollectionAssert.AreEqual(ofBytes, ofFloats);
    }

    [TestMethod]
    public void Of_AShape_IsAnExtractorOfTheSameProtocol()
    {
        using var network = InceptionNetwork.Open(Small, Cache);

        IFeatureExtractor extractor = network.Of(SampleShape.Image(1, 28, 28));

        Assert.AreEqual((784, 64), (extractor.InputSize, extractor.FeatureSize));
        Assert.AreEqual(
            (network.Name, network.Weights, "tensorflow"), (extractor.Name, extractor.Weights, extractor.Preprocessing));
        Assert.ThrowsExactly<ArgumentException>(() => network.Of(SampleShape.Vector(784)));
        Assert.ThrowsExactly<ArgumentException>(() => network.Of(SampleShape.Image(2, 28, 28)));
    }

    [TestMethod]
    public void Dispose_OfOneOfTwo_LeavesTheOther()
    {
        var first = InceptionNetwork.Open(Small, Cache);
        using var second = InceptionNetwork.Open(Small, Cache);
        var features = new float[64];

        first.Dispose();
        first.Dispose();
        second.Extract(1, MadeUp.Image(1, 32, 32), Color, features);

        Assert.AreNotEqual(0, features.Max());
        Assert.ThrowsExactly<ObjectDisposedException>(() =>
            first.Extract(1, MadeUp.Image(1, 32, 32), Color, features));
    }

    [TestMethod]
    public void Extract_IntoAWrongLength_SaysWhatItNeeds()
    {
        using var network = InceptionNetwork.Open(Small, Cache);
        var e = Assert.ThrowsExactly<ArgumentException>(() =>
            network.Extract(2, new byte[2 * 3072], Color, new float[64]));

        Assert.Contains("2 images need 2 × 64 features, but there are 64.", e.Message);
        Assert.ThrowsExactly<ArgumentException>(() => network.Extract(1, new byte[3071], Color, new float[64]));
        Assert.ThrowsExactly<ArgumentException>(() =>
            network.Extract(1, new byte[3072], Color, new float[64], new float[1]));
        Assert.ThrowsExactly<ArgumentException>(() =>
            network.Extract(1, new byte[2048], SampleShape.Image(2, 32, 32), new float[64]));
    }

    [TestMethod]
    public void Open_WithoutAnImportedNetwork_SaysWhereToGetOne()
    {
        var e = Assert.ThrowsExactly<FileNotFoundException>(() =>
            InceptionNetwork.Open(new(), new InceptionCache(Path.Combine(Folder, "nowhere"))));

        Assert.Contains("pt_inception-2015-12-05-6726825d.pth", e.Message);
        Assert.Contains("GAN_INCEPTION", e.Message);
    }

    [TestMethod]
    public void Open_OfAnotherOnnxFile_SaysSo()
    {
        var path = Path.Combine(Folder, "other.onnx");
        var graph = new OnnxGraph("other");
        graph.Output("y", graph.Input("x", OnnxElement.Single, 1), 1);
        File.WriteAllBytes(path, graph.ToBytes(new Dictionary<string, string>()));

        var e = Assert.ThrowsExactly<FormatException>(() => InceptionNetwork.Open(new() { Weights = path }, Cache));

        Assert.Contains("is no imported Inception network", e.Message);
    }

    [TestMethod]
    public void Open_OfATruncatedFile_IsAFormatException()
    {
        var path = Path.Combine(Folder, "short.onnx");
        var whole = File.ReadAllBytes(Imported);
        foreach (var length in new[] { 0, 10, 1000, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole.AsSpan(0, length));

            Assert.ThrowsExactly<FormatException>(
                () => InceptionNetwork.Open(new() { Weights = path }, Cache), $"{length} bytes");
        }
    }

    [TestMethod]
    public void ToFile_PassesOnnxsChecker() => OnnxChecker.Accepts([Imported]);
}
