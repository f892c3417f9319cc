using System.Text.Json;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Generation;

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
