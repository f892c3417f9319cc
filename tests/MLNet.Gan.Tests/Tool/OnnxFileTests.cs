using System.Text.Json;
using Google.Protobuf;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Generation;
using Onnx;

namespace MLNet.Gan.Tests.Tool;

/// <summary>Generators and networks of other exporters on the command line; foreign.py has their definitions.</summary>
[TestClass]
public sealed class OnnxFileTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [TestMethod]
    public void Score_OfAGeneratorOverTheBatch_Warns()
    {
        Run("of the batch");

        Assert.Contains("The generator computes over the batch: its samples, in units of [-1, 1], differ between a row alone and among "
            + "others by up to ", Warning(ScoreWarning.BatchDependence));
        Assert.Contains("after model.eval()", Warning(ScoreWarning.BatchDependence));
    }

    [TestMethod]
    public void Score_OfNoiseInside_Warns()
    {
        Run("noise inside");

        Assert.Contains("differ between two runs on equal inputs by up to ", Warning(ScoreWarning.RandomOutputs));
    }

    [TestMethod]
    [DataRow("of the batch", ScoreWarning.BatchDependence, "The generator computes over the batch")]
    [DataRow("noise inside", ScoreWarning.RandomOutputs, "The generator draws random numbers")]
    public void Stats_OfAGeneratorToDoubt_SaysSoAndKeepsItInTheFile(string generator, string code, string message)
    {
        var (real, path, network) = (_bench.Images("real", 20, seed: 1, side: 2),
            _bench.Write("generator.onnx", ExternalGeneratorTests.Model(generator)), _bench.Network(side: 2));

        Assert.AreEqual(0, _bench.Run("stats", path, "-n", network, "--count", "64", "-o", _bench["generated.npz"]), _bench.Error);
        var said = _bench.Error.TrimEnd().Split('\n');
        Assert.ContainsSingle(line => line.StartsWith($"gan-fid: '{path}': {message}", StringComparison.Ordinal), said, _bench.Error);
        Assert.IsTrue(Array.TrueForAll(said, line => line.StartsWith($"gan-fid: '{path}': {message}", StringComparison.Ordinal)
            || line.StartsWith($"gan-fid: '{path}': The generated values ", StringComparison.Ordinal)), _bench.Error); // They are clipped, too.

        Assert.AreEqual(0, _bench.Run("score", real, _bench["generated.npz"], "-n", network, "--json"), _bench.Error);
        Assert.StartsWith($"'{_bench["generated.npz"]}': '{path}': {message}", Warning(code));
    }

    [TestMethod]
    public void Score_OfAnUpperHalf_WarnsUnlessItIsDeclared()
    {
        Run("bright");
        Assert.Contains("If they are meant from 0 to 1, add --range 0..1.", Warning(ScoreWarning.ValueRange));

        Run("bright", "--range", "-1..1");
        Assert.IsFalse(Scores()[0].Warnings.Any(warning => warning.Code == ScoreWarning.ValueRange));
    }

    [TestMethod]
    public void Score_OfAnotherRange_IsRefusedUntilItIsDeclared()
    {
        AssertBadInput("Set Range to PixelRange.Bytes (--range 0..255)", "0 to 255");
        AssertBadInput("Set Range to PixelRange.Unit (--range 0..1)", "0 to 1");
        Run("0 to 255", "--range", "0..255");
    }

    [TestMethod]
    public void Score_OfNamesOnTheCommandLine_TakesThem()
    {
        AssertBadInput("Name one by Output (--generator-output NAME).", "two images");
        Run("two images", "--generator-output", "image");
        AssertBadInput("--set psi=1", "truncation");
        Run("truncation", "--set", "psi=0.5");
        Run("truncation", "--latent-input", "z", "--set", "psi=0.5");
        Assert.AreEqual(2, _bench.Run("score", "a", "b", "--set", "psi"));
        Assert.Contains("--set must be NAME=VALUE with a number, but is 'psi'.", _bench.Error);
    }

    [TestMethod]
    public void Score_ByANetworkOfSeveralOutputs_AsksForOne()
    {
        var graph = new OnnxGraph("two");
        var x = graph.Input("x", OnnxElement.Single, 3, 2, 2);
        graph.Output("map", graph.Add("Relu", [x]), 3, 2, 2);
        graph.Output("pooled", graph.Add("Flatten", [graph.Add("GlobalAveragePool", [x])]), 3);
        var network = _bench.Write("two.onnx", graph.ToBytes(new Dictionary<string, string>()));
        var folder = _bench.Images("real", 5, 1, side: 2);

        Assert.AreEqual(1, _bench.Run("score", folder, folder, "-n", network));
        Assert.Contains("several outputs: 'map' [?, 3, 2, 2] of Single, 'pooled' [?, 3] of Single. Name that of the features by "
            + "--feature-output NAME.", _bench.Error);
        Assert.AreEqual(0, _bench.Run("score", folder, folder, "-n", network, "--feature-output", "pooled", "--json"), _bench.Error);
        Assert.AreEqual("two/pooled", Scores()[0].Protocol.Network);
        Assert.AreEqual(1, _bench.Run("score", folder, folder, "-n", network, "--feature-output", "top"));
        Assert.Contains("has no output 'top'. It has 'map'", _bench.Error);
    }

    [TestMethod]
    public void Score_ByANetworkOverTheBatch_Warns()
    {
        var graph = new OnnxGraph("batch");
        var pooled = graph.Add("Flatten", [graph.Add("GlobalAveragePool", [graph.Input("x", OnnxElement.Single, 3, 2, 2)])]);
        var mean = graph.Add("ReduceMean", [pooled], OnnxAttribute.Ints("axes", 0));
        graph.Output("features", graph.Add("Sub", [pooled, mean]), 3);
        var network = _bench.Write("batch.onnx", graph.ToBytes(new Dictionary<string, string>()));
        var folder = _bench.Images("real", 5, 1, side: 2);

        Assert.AreEqual(0, _bench.Run("score", folder, folder, "-n", network, "--json"), _bench.Error);

        Assert.Contains("The network 'batch' computes over the batch: its features differ", Warning(ScoreWarning.BatchDependence));
    }

    [TestMethod]
    [DataRow("batch of 1", OnnxElement.Single, new long[] { 3, 4, 4 }, 1)]
    [DataRow("batch of 4", OnnxElement.Single, new long[] { 3, 4, 4 }, 4)]
    [DataRow("channels last", OnnxElement.Single, new long[] { 4, 4, 3 }, 0)]
    [DataRow("channels last in a batch of 2", OnnxElement.Single, new long[] { 4, 4, 3 }, 2)]
    [DataRow("bytes", OnnxElement.Byte, new long[] { 3, 4, 4 }, 0)]
    [DataRow("bytes with channels last", OnnxElement.Byte, new long[] { 4, 4, 3 }, 0)]
    [DataRow("any size", OnnxElement.Single, new long[] { 3, -1, -1 }, 0)]
    [DataRow("any size, with channels last, in a batch of 1", OnnxElement.Single, new long[] { -1, -1, 3 }, 1)]
    [DataRow("any size of bytes", OnnxElement.Byte, new long[] { 3, -1, -1 }, 0)]
    public void Score_ByANetworkOfAnotherExporter_IsThatOfTheUsualForm(string name, OnnxElement element, long[] shape, int batch)
    {
        var (real, generated) = (_bench.Images("real", 7, seed: 1), _bench.Images("generated", 5, seed: 2, end: 200));
        Assert.AreEqual(0, _bench.Run("score", real, generated, "-n", _bench.Network(), "--json"), _bench.Error);
        var expected = Scores()[0];

        var network = Means(element, shape, batch);
        Assert.AreEqual(0, _bench.Run("score", real, generated, "-n", network, "--json", "--batch", "3"), $"{name}: {_bench.Error}");

        var score = Scores()[0];
        Assert.AreEqual(expected.Value, score.Value, 1e-6, name);
        Assert.IsGreaterThan(0.01, score.Value);
        Assert.AreEqual((7L, 5L), (score.Protocol.RealCount, score.Protocol.GeneratedCount));
        Assert.IsFalse(score.Warnings.Any(warning => warning.Code is ScoreWarning.BatchDependence or ScoreWarning.RandomOutputs));
    }

    [TestMethod]
    public void Score_ByANetworkOfAnySize_TakesImagesOfSeveral()
    {
        var real = _bench.Images("real", 5, seed: 1);
        File.Move(Path.Combine(_bench.Images("wide", 1, seed: 2, side: 6), "000.png"), Path.Combine(real, "002b.png"));

        Assert.AreEqual(0, _bench.Run("stats", real, "-n", Means(OnnxElement.Single, [3, -1, -1], 0), "-o", _bench["a.npz"]), _bench.Error);

        Assert.AreEqual(6, StoredStatistics.Load(_bench["a.npz"]).Statistics.Count);
    }

    [TestMethod]
    public void Score_ByANetworkWhoseFeaturesDependOnTheSize_SaysSo()
    {
        var graph = new OnnxGraph("pixels");
        graph.Output("features", graph.Add("Flatten", [graph.Images("x", OnnxElement.Single, 3)]), 12);
        var model = ModelProto.Parser.ParseFrom(graph.ToBytes(new Dictionary<string, string>()));
        model.Graph.Output[0].Type.TensorType.Shape.Dim[1] = new() { DimParam = "features" };
        var folder = _bench.Images("real", 5, 1, side: 2);

        Assert.AreEqual(1, _bench.Run("score", folder, folder, "-n", _bench.Write("pixels.onnx", model.ToByteArray())));

        Assert.Contains("has 12 features of an image of 2 × 2 pixels, but should have 150528. Export it with a pooling", _bench.Error);
    }

    [TestMethod]
    public void Score_ByANetworkOfOneImageWithoutABatchInItsOutput_TakesAllFeatures()
    {
        var folder = _bench.Images("real", 5, 1);
        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", _bench.Network(), "-o", _bench["usual.npz"]), _bench.Error);
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(Means(OnnxElement.Single, [3, 4, 4], 1)));
        model.Graph.Node.Single(node => node.OpType == "Reshape").Input[1] = "vector";
        model.Graph.Initializer.Add(new TensorProto { Name = "vector", DataType = (int)OnnxElement.Int64, Dims = { 1 }, Int64Data = { 3 } });
        model.Graph.Output[0].Type.TensorType.Shape.Dim.RemoveAt(0);

        Assert.AreEqual(0, _bench.Run("stats", folder, "-n", _bench.Write("vector.onnx", model.ToByteArray()), "-o", _bench["a.npz"]), _bench.Error);

        CollectionAssert.AreEqual(
            StoredStatistics.Load(_bench["usual.npz"]).Statistics.Mean(), StoredStatistics.Load(_bench["a.npz"]).Statistics.Mean());
    }

    [TestMethod]
    [DataRow(new long[] { 12 }, "takes 'x' [?, 12] of Single, but must take images [N, C, H, W] or [N, H, W, C] of one color or three")]
    [DataRow(new long[] { 4, 4, 4 }, "torch.onnx.export(model, torch.zeros(1, 3, 224, 224), \"model.onnx\", input_names=[\"x\"], "
        + "dynamic_axes={\"x\": {0: \"batch\"}}).")]
    [DataRow(new long[] { -1, -1, -1 }, "takes 'x' [?, ?, ?, ?] of Single, but must take")]
    public void Score_ByANetworkOfNoImages_SaysHowToExportIt(long[] shape, string message)
    {
        var folder = _bench.Images("real", 5, 1, side: 2);

        Assert.AreEqual(1, _bench.Run("score", folder, folder, "-n", Means(OnnxElement.Single, shape, 0)));

        Assert.Contains(message, _bench.Error);
    }

    /// <summary>Writes a network whose features are the means of the image's planes, of an input [batch, ...shape]; −1 and a batch of 0
    /// are any size.</summary>
    private string Means(OnnxElement element, long[] shape, int batch)
    {
        var graph = new OnnxGraph("means");
        var x = graph.Input("x", element, Array.ConvertAll(shape, size => Math.Max(1, size)));
        if (element == OnnxElement.Byte)
        {
            x = graph.Add("Cast", [x], OnnxAttribute.Of("to", (long)OnnxElement.Single));
            x = graph.Add("Add", [graph.Add("Mul", [x, graph.Weight("scale", [2 / 255f])]), graph.Weight("shift", [-1])]);
        }

        if (shape is [_, _, 3])
            x = graph.Add("Transpose", [x], OnnxAttribute.Ints("perm", 0, 3, 1, 2));
        if (shape.Length == 3)
            x = graph.Add("GlobalAveragePool", [x]);
        graph.Output("features", graph.Add("Reshape", [x, graph.Constant(-1, 3)]), 3);
        var model = ModelProto.Parser.ParseFrom(graph.ToBytes(new Dictionary<string, string>()));
        var sizes = model.Graph.Input[0].Type.TensorType.Shape.Dim;
        if (batch > 0)
            sizes[0] = new() { DimValue = batch };
        for (var i = 0; i < shape.Length; i++)
            sizes[i + 1] = shape[i] < 0 ? new() { DimParam = $"size{i}" } : new() { DimValue = shape[i] };
        if (shape.Contains(-1)) // The size of the output is left open, too.
            model.Graph.Output[0].Type.TensorType.Shape.Dim[1] = new() { DimParam = "features" };
        return _bench.Write("means.onnx", model.ToByteArray());
    }

    private void Run(string generator, params string[] more) =>
        Assert.AreEqual(0, _bench.Run(Arguments(generator, more)), _bench.Error);

    private void AssertBadInput(string message, string generator)
    {
        Assert.AreEqual(1, _bench.Run(Arguments(generator, [])), _bench.Error);
        Assert.Contains(message, _bench.Error);
    }

    private string[] Arguments(string generator, string[] more) =>
    [
        "score", _bench.Images("real", 20, seed: 1, side: 2), _bench.Write("generator.onnx", ExternalGeneratorTests.Model(generator)),
        "-n", _bench.Network(side: 2), "--count", "64", "--json", .. more,
    ];

    private string Warning(string code) => Scores()[0].Warnings.Single(warning => warning.Code == code).Message;

    private Score[] Scores() =>
    [
        .. JsonDocument.Parse(_bench.Output).RootElement.EnumerateArray().Select(score => Score.FromJson(score.GetRawText())),
    ];
}
