using Onnx;

namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class OnnxPartTests
{
    [TestMethod]
    public void Part_HasTheNodesOfItsOutputAlone_AndComputesTheSame()
    {
        var graph = new OnnxGraph("two");
        var input = graph.Input("x", OnnxElement.Single, 2);
        var doubled = graph.Add("Mul", [input, graph.Weight("two", [2f])]);
        graph.Output("doubled", doubled, 2);
        graph.Output("shifted", graph.Add("Add", [doubled, graph.Weight("one", [1f])]), 2);
        var file = graph.ToBytes(new Dictionary<string, string> { ["key"] = "value" });

        var part = OnnxPart.Of(file, "doubled");

        var parsed = ModelProto.Parser.ParseFrom(part).Graph;
        Assert.AreEqual("Mul", parsed.Node.Single().OpType);
        Assert.AreEqual("two", parsed.Initializer.Single().Name);
        using var session = new FloatSession(part);
        var computed = new float[4];
        session.Run(2, ("doubled", computed), ("x", new float[] { 1, 2, 3, 4 }));
        CollectionAssert.AreEqual(new float[] { 2, 4, 6, 8 }, computed);
        Assert.AreEqual("value", session.Metadata["key"]);
    }

    [TestMethod]
    public void Part_OfAnOutputThatIsMissing_OrOfNoModel_IsWhatWasGiven()
    {
        var graph = new OnnxGraph("one");
        graph.Output("y", graph.Add("Neg", [graph.Input("x", OnnxElement.Single, 2)]), 2);
        byte[][] files = [graph.ToBytes(new Dictionary<string, string>()), [1, 2, 3], []];

        foreach (var file in files)
            Assert.AreSame(file, OnnxPart.Of(file, "z"));
    }
}
