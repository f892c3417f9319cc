using System.Text;
using Onnx;

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

    [TestMethod]
    [DataRow(12)]
    [DataRow(19)]
    public void Opset_ThatNobodyTested_IsRefused(int opset) => Assert.AreEqual(
        "Opset", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new OnnxGraph("test") { Opset = opset }).ParamName);

    [TestMethod]
    public void Opset_IsInTheFile()
    {
        var graph = new OnnxGraph("test") { Opset = 17 };
        graph.Output("y", graph.Add("Relu", [graph.Input("x", OnnxElement.Single, 1)]), 1);

        Assert.AreEqual((7, 13), Versions(SmallGenerator.ToBytes()));
        Assert.AreEqual((8, 17), Versions(graph.ToBytes(NoMetadata)));
    }

    [TestMethod]
    public void Images_OfBytes_HaveAnySize()
    {
        var images = _graph.Images("image", OnnxElement.Byte, 2);
        var floats = _graph.Add("Cast", [images], OnnxAttribute.Of("to", (long)OnnxElement.Single));
        _graph.Output("mean", _graph.Add("Flatten", [_graph.Add("GlobalAveragePool", [floats])]), 2);
        using var session = OnnxSession.OfImages(_graph.ToBytes(NoMetadata), new() { Threads = 1 });
        var mean = new float[4];

        session.Run(2, 1, 2, new byte[] { 1, 2, 3, 4, 250, 255, 7, 9 }, ("mean", mean));
        CollectionAssert.AreEqual(new[] { 1.5f, 3.5f, 252.5f, 8 }, mean);

        session.Run(2, 1, 1, new byte[] { 1, 2, 3, 4 }, ("mean", mean));
        CollectionAssert.AreEqual(new float[] { 1, 2, 3, 4 }, mean);
        Assert.ThrowsExactly<ArgumentException>(() => session.Run(2, 1, 1, new byte[5], ("mean", mean)));
    }

    [TestMethod]
    public void OfImages_OfAGraphOfFloats_SaysWhatItTakes()
    {
        _graph.Output("y", _graph.Input("x", OnnxElement.Single, 1), 1);

        var e = Assert.ThrowsExactly<FormatException>(() => OnnxSession.OfImages(_graph.ToBytes(NoMetadata), new()));

        Assert.Contains("takes 'x' (Single), but it must take one Byte input", e.Message);
    }

    private static (long Ir, long Opset) Versions(byte[] file)
    {
        var model = ModelProto.Parser.ParseFrom(file);
        return (model.IrVersion, Assert.ContainsSingle(model.OpsetImport).Version);
    }

    private float[] Run(float x, string output)
    {
        using var session = new OnnxSession(_graph.ToBytes(NoMetadata), threads: 1);
        var y = new float[1];
        session.Run(1, new[] { x }, null, (output, y));
        return y;
    }
}
