using System.Text;
using MLNet.Gan.Onnx;

namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class OnnxGraphTests
{
    private static readonly Dictionary<string, string> NoMetadata = [];

    private readonly OnnxGraph _graph = new("test");

    [TestMethod]
    public void ToBytes_OfEqualGraphs_AreEqual()
    {
        var reversed = SmallGenerator.Metadata.Reverse().ToDictionary();

        CollectionAssert.AreEqual(SmallGenerator.ToBytes(), SmallGenerator.Graph().ToBytes(reversed));
    }

    [TestMethod]
    public void ToBytes_Twice_AreEqual()
    {
        var graph = SmallGenerator.Graph();

        CollectionAssert.AreEqual(graph.ToBytes(NoMetadata), graph.ToBytes(NoMetadata));
    }

    [TestMethod]
    public void ToBytes_LeavesOutWhatNoOutputNeeds()
    {
        var x = _graph.Input("x", OnnxElement.Single, 1);
        _graph.Output("y", _graph.Add("Relu", [x]), 1);
        var lean = _graph.ToBytes(NoMetadata);
        _graph.Weight("idle", [1], 1);
        _graph.Add("Mul", [x, _graph.Weight("dead", [2], 1)]);
        _graph.Constant(1, 2);

        CollectionAssert.AreEqual(lean, _graph.ToBytes(NoMetadata));
    }

    [TestMethod]
    public void ToBytes_WithoutOutput_SaysSo()
    {
        var e = Assert.ThrowsExactly<InvalidOperationException>(() => _graph.ToBytes(NoMetadata));

        Assert.AreEqual("Graph 'test' has no output. Call Output before ToBytes.", e.Message);
    }

    [TestMethod]
    public void ToBytes_OfTooLargeAModel_SaysHowLarge()
    {
        _graph.Output("y", _graph.Add("Add", [_graph.Input("x", OnnxElement.Single, 1), _graph.Weight("w", new float[100], 100)]), 100);
        var length = _graph.ToBytes(NoMetadata).Length;

        var e = Assert.ThrowsExactly<InvalidOperationException>(() => _graph.ToBytes(NoMetadata, largestFile: length - 1));

        Assert.AreEqual(
            $"Graph 'test' needs {length} bytes, but an ONNX file holds at most {length - 1}. Export a smaller network.", e.Message);
    }

    [TestMethod]
    public void Weight_OfATakenName_GetsANumber()
    {
        Assert.AreEqual("w", _graph.Weight("w", [1], 1).Name);
        Assert.AreEqual("w_2", _graph.Weight("w", [1], 1).Name);
        Assert.AreEqual("w_3", _graph.Weight("w", [1], 1).Name);
    }

    [TestMethod]
    public void Constant_OfEqualValues_IsShared()
    {
        Assert.AreEqual(_graph.Constant(0, -1), _graph.Constant(0, -1));
        Assert.AreNotEqual(_graph.Constant(0, -1), _graph.Constant(-1, 0));
    }

    [TestMethod]
    public void Weight_ChangedAfterwards_IsNotChangedInTheFile()
    {
        var values = new[] { 2f };
        _graph.Output("y", _graph.Add("Mul", [_graph.Input("x", OnnxElement.Single, 1), _graph.Weight("w", values, 1)]), 1);
        values[0] = 3;

        CollectionAssert.AreEqual(new[] { 10f }, Run(5, "y"));
    }

    [TestMethod]
    public void Output_OfOneValueTwice_IsTwoOutputs()
    {
        var y = _graph.Add("Neg", [_graph.Input("x", OnnxElement.Single, 1)]);
        _graph.Output("first", y, 1);
        _graph.Output("second", y, 1);

        CollectionAssert.AreEqual(new[] { -5f }, Run(5, "first"));
        CollectionAssert.AreEqual(new[] { -5f }, Run(5, "second"));
    }

    [TestMethod]
    public void Output_OfAnInput_PassesItThrough()
    {
        _graph.Output("y", _graph.Input("x", OnnxElement.Single, 1), 1);

        CollectionAssert.AreEqual(new[] { 5f }, Run(5, "y"));
    }

    [TestMethod]
    public void Output_ReadByANodeLater_KeepsItsName()
    {
        var y = _graph.Add("Neg", [_graph.Input("x", OnnxElement.Single, 1)]);
        _graph.Output("features", y, 1);
        _graph.Output("y", _graph.Add("Neg", [y]), 1);

        CollectionAssert.AreEqual(new[] { -5f }, Run(5, "features"));
        CollectionAssert.AreEqual(new[] { 5f }, Run(5, "y"));
    }

    [TestMethod]
    public void Output_NamedAsAnInnerValue_MakesThatGiveWay()
    {
        var weight = _graph.Weight("image", [2], 1);
        var inner = _graph.Add("Neg", [_graph.Add("Mul", [_graph.Input("x", OnnxElement.Single, 1), weight])]);
        _graph.Output("image", _graph.Add("Neg", [inner]), 1);
        _graph.Output("Neg", _graph.Add("Identity", [inner]), 1);

        CollectionAssert.AreEqual(new[] { 10f }, Run(5, "image"));
        CollectionAssert.AreEqual(new[] { -10f }, Run(5, "Neg"));
    }

    [TestMethod]
    public void ToBytes_KeepsReadableNames()
    {
        var text = Encoding.Latin1.GetString(SmallGenerator.ToBytes());

        foreach (var name in new[] { "embedding", "up.weight", "Conv_2", "[-1,2,2,2]" })
        {
            Assert.Contains(name, text);
        }
    }

    private float[] Run(float x, string output)
    {
        using var session = new OnnxSession(_graph.ToBytes(NoMetadata), threads: 1);
        var y = new float[1];
        session.Run(1, new[] { x }, null, (output, y));
        return y;
    }
}
