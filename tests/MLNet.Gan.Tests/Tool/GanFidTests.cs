using System.Text.Json;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tests.Tool;

[TestClass]
public sealed class GanFidTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [TestMethod]
    public void Score_OfFolders_IsTheDistanceOfTheirFeatures()
    {
        var (real, generated) = (_bench.Images("real", 20, seed: 1), _bench.Images("generated", 9, seed: 2, end: 200));

        AssertRuns("score", real, generated, "--network", _bench.Network(), "--batch", "7", "--json");

        var score = Scores().Single();
        Assert.AreEqual("Fréchet distance", score.Name);
        Assert.AreEqual(FrechetDistance.Between(Means(real), Means(generated)), score.Value, 1e-9);
        Assert.AreEqual(("means", 20L, 9L, "ddof 1"),
            (score.Protocol.Network, score.Protocol.RealCount, score.Protocol.GeneratedCount, score.Protocol.Settings));
        Assert.HasCount(8, score.Protocol.Weights);
        Assert.AreEqual("", _bench.Error);
    }

    [TestMethod]
    public void Score_AsText_IsOneLine()
    {
        var folder = _bench.Images("real", 5, seed: 1);

        AssertRuns("score", folder, folder, "-n", _bench.Network());

        Assert.HasCount(1, _bench.Output.TrimEnd().Split('\n'));
        Assert.IsTrue(_bench.Output.StartsWith("Fréchet distance = ", StringComparison.Ordinal), _bench.Output);
    }

    [TestMethod]
    public void Score_OfStatistics_IsThatOfTheirImages()
    {
        var (real, generated) = (_bench.Images("real", 20, seed: 1), _bench.Images("generated", 9, seed: 2));
        var network = _bench.Network();
        _bench.Run("score", real, generated, "-n", network, "--json");
        var expected = Scores().Single();

        AssertRuns("stats", real, "-n", network, "-o", _bench["real.npz"]);
        AssertRuns("stats", generated, "-n", network, "-o", _bench["generated.npz"]);

        AssertRuns("score", _bench["real.npz"], generated, "-n", network, "--json");
        Assert.AreEqual(0, Scores().Single().Minus(expected), 1e-12);
        AssertRuns("score", _bench["real.npz"], _bench["generated.npz"], "--json");
        Assert.AreEqual(0, Scores().Single().Minus(expected), 1e-12);
    }

    [TestMethod]
    public void Score_OfStatisticsOfAnotherTool_WarnsOfWhatIsNotKnown()
    {
        var (folder, network) = (_bench.Images("real", 20, 1), _bench.Network());
        var file = new NpzWriter();
        file.Add("mu", [3], Means(folder).Mean());
        file.Add("sigma", [3, 3], Means(folder).Covariance());
        var foreign = _bench.Write("foreign.npz", file.ToBytes());

        // The count is a generator's, and says nothing of statistics.
        AssertRuns("score", foreign, folder, "-n", network, "--json", "--count", "50");

        var score = Scores().Single();
        Assert.AreEqual(0, score.Value, 1e-9);
        Assert.AreEqual((0L, 20L), (score.Protocol.RealCount, score.Protocol.GeneratedCount));
        Assert.AreEqual("means and unknown", score.Protocol.Network);
        CollectionAssert.IsSubsetOf(new[] { ScoreWarning.UnknownCount, ScoreWarning.UnknownOrigin },
            score.Warnings.Select(warning => warning.Code).ToArray());

        AssertRuns("stats", foreign, "--count", "20", "-o", _bench["known.npz"]);
        Assert.AreEqual(20, StoredStatistics.Load(_bench["known.npz"]).Statistics.Count);
    }

    [TestMethod]
    public void Score_ByResNet18_CarriesItsNameAndIsNotFid()
    {
        var (real, generated) = (_bench.Images("real", 4, seed: 1), _bench.Images("generated", 3, seed: 2, end: 100));

        AssertRuns("score", real, generated, "-n", "resnet18", "--threads", "1", "--json");

        var score = Scores().Single();
        Assert.AreEqual(("Fréchet distance", "mlnet-resnet18-imagenet", "bicubic"),
            (score.Name, score.Protocol.Network, score.Protocol.Preprocessing));
        Assert.IsGreaterThan(1, score.Value);
        AssertBadInput("has none", "score", real, generated, "-n", "resnet18", "--metrics", "is");
    }

    [TestMethod]
    public void Find_WhereNuGetHasNoResNet18_SaysHowToGetIt()
    {
        var e = Assert.ThrowsExactly<FileNotFoundException>(() => ResNet18Scorer.Find("/nowhere"));

        Assert.Contains("'dotnet package download Microsoft.ML.DnnImageFeaturizer.ResNet18@0.23.1'", e.Message);
    }

    [TestMethod]
    public void Score_OfAGenerator_QuantizesWhatItMakes()
    {
        var (real, network) = (_bench.Images("real", 20, 1), _bench.Network());

        AssertRuns("score", real, _bench.Generator(), "-n", network, "--count", "70", "--seed", "5", "--json");

        var made = new FeatureStatistics(3);
        var latents = new float[48];
        for (var row = 0; row < 70; row++)
        {
            LatentNoise.Fill(latents, 5, (ulong)row, 0);
            Add(made, ImagePlanes.OfSample(SampleShape.Image(3, 4, 4), latents));
        }

        var score = Scores().Single();
        Assert.AreEqual(FrechetDistance.Between(Means(real), made), score.Value, 1e-9);
        Assert.AreEqual((70L, 5), (score.Protocol.GeneratedCount, score.Protocol.Seed));
    }

    [TestMethod]
    public void Stats_OfIdxAndOfAnArray_AreThoseOfTheImages()
    {
        var gray = _bench.Network("gray.onnx", channels: 1, side: 2);
        var idx = _bench.Write("images.idx",
            [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 255, 255, 255, 255]);

        AssertRuns("stats", idx, "-n", gray, "-o", _bench["idx.npz"]);
        var stored = StoredStatistics.Load(_bench["idx.npz"]);
        Assert.AreEqual((2L, "gray"), (stored.Statistics.Count, stored.Protocol!.Network));
        // Features −1 and 1.
        Assert.AreEqual((0.0, 2.0), (stored.Statistics.Mean()[0], stored.Statistics.Covariance()[0]));

        // Two images of one pixel, black and (255, 0, 255).
        var array = new NpzArray([2, 1, 1, 3], [0, 0, 0, 255, 0, 255]).Write(_bench);
        AssertRuns("stats", array, "-n", _bench.Network("one.onnx", side: 1), "-o", _bench["array.npz"]);
        CollectionAssert.AreEqual(new[] { 0.0, -1, 0 }, StoredStatistics.Load(_bench["array.npz"]).Statistics.Mean());
    }

    [TestMethod]
    public void Score_OfABadFile_EndsOrSkipsIt()
    {
        var (real, network) = (_bench.Images("real", 5, 1), _bench.Network());
        var generated = _bench.Images("generated", 4, 2);
        File.WriteAllText(Path.Combine(generated, "bad.png"), "bad");

        AssertBadInput("bad.png", "score", real, generated, "-n", network);
        AssertRuns("score", real, generated, "-n", network, "--skip-bad", "--json");
        Assert.AreEqual(4, Scores().Single().Protocol.GeneratedCount);
        Assert.Contains("bad.png", _bench.Error);
        Assert.HasCount(1, _bench.Error.TrimEnd().Split('\n'));
    }

    [TestMethod]
    public void Score_OfSidesThatDoNotBelongTogether_IsRefused()
    {
        var folder = _bench.Images("real", 5, 1);
        var (network, other) = (_bench.Network(), _bench.Network("other.onnx"));
        var small = _bench.Images("small", 5, 1, side: 2);
        _bench.Run("stats", folder, "-n", network, "-o", _bench["real.npz"]);

        AssertBadInput("network: means and other", "score", _bench["real.npz"], folder, "-n", other);
        AssertBadInput("2 × 2 pixels", "score", folder, small, "-n", network);
        AssertBadInput("has colors", "score", folder, folder, "-n", _bench.Network("gray.onnx", channels: 1));
        AssertBadInput("at least two", "score", folder, _bench.Images("one", 1, 1), "-n", network);
        _bench.Run("stats", small, "-n", _bench.Network("small.onnx", side: 2), "-o", _bench["small.npz"]);
        AssertBadInput("network: means and small", "score", _bench["real.npz"], _bench["small.npz"]);
    }

    [TestMethod]
    public void Anything_OfInputThatIsNone_SaysSoInOneLine()
    {
        var (folder, network) = (_bench.Images("real", 5, 1), _bench.Network());
        var text = _bench.Write("text.onnx", "no network"u8.ToArray());

        AssertBadInput("'nowhere'", "score", "nowhere", folder, "-n", network);
        AssertBadInput("nowhere.npz", "score", _bench["nowhere.npz"], folder, "-n", network);
        AssertBadInput("not an ONNX model", "score", folder, folder, "-n", text);
        AssertBadInput("not an ONNX model", "score", folder, text, "-n", network);
        AssertBadInput("neither a file nor one of inception, resnet18", "score", folder, folder, "-n", "nowhere");
        AssertBadInput("gan-fid import FILE", "score", folder, folder, "-n", "inception", "-p", "clean");
        AssertBadInput("is a file that begins with zeros", "stats", _bench.Write("x.idx", new byte[40]), "-n", network,
            "-o", _bench["x.npz"]);
        AssertBadInput("There is no file", "import", _bench["nowhere.pth"]);
        AssertBadInput("text.onnx", "import", text);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("unknown")]
    [DataRow("score a")]
    [DataRow("score a b c")]
    [DataRow("score a b --metrics nonsense")]
    [DataRow("score a b --batch 0")]
    [DataRow("score a b --recursive perhaps")]
    [DataRow("score a b --threads x")]
    [DataRow("score a b --preprocessing nonsense")]
    [DataRow("score a b --latents nonsense")]
    [DataRow("score a b --network x.onnx --preprocessing clean")]
    [DataRow("score a b --network resnet18 --preprocessing clean")]
    [DataRow("stats a")]
    [DataRow("stats a -o a.txt")]
    public void Usage_ThatMakesNoSense_IsTwo(string arguments)
    {
        Assert.AreEqual(2, _bench.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Contains("gan-fid: ", _bench.Error);
        Assert.Contains("--help", _bench.Error);
        Assert.AreEqual("", _bench.Output);
    }

    [TestMethod]
    [DataRow("--help", "stats")]
    [DataRow("score --help", "--metrics")]
    [DataRow("stats --help", "pytorch-fid")]
    [DataRow("import --help", "6726825d")]
    public void Help_IsPrinted(string arguments, string part)
    {
        AssertRuns(arguments.Split(' '));

        Assert.Contains(part, _bench.Output);
    }

    private void AssertRuns(params string[] arguments) => Assert.AreEqual(0, _bench.Run(arguments), _bench.Error);

    private void AssertBadInput(string message, params string[] arguments)
    {
        Assert.AreEqual(1, _bench.Run(arguments), _bench.Error);
        Assert.HasCount(1, _bench.Error.TrimEnd().Split('\n'), _bench.Error);
        Assert.Contains(message, _bench.Error);
        Assert.AreEqual("", _bench.Output);
    }

    private Score[] Scores() =>
    [
        .. JsonDocument.Parse(_bench.Output).RootElement.EnumerateArray()
            .Select(score => Score.FromJson(score.GetRawText())),
    ];

    private static FeatureStatistics Means(string folder)
    {
        var statistics = new FeatureStatistics(3);
        foreach (var path in ImageFolder.List(folder, new()).Images)
            Add(statistics, ImageFile.Read(path).Planes);
        return statistics;
    }

    /// <summary>The features of the bench's network: the means of the planes in [−1, 1].</summary>
    private static void Add(FeatureStatistics statistics, ImagePlanes image) => statistics.Add(
        [.. image.Values.Chunk(image.Height * image.Width).Select(plane => (float)(plane.Average(Value) / 127.5 - 1))]);

    private static double Value(byte value) => value;
}
