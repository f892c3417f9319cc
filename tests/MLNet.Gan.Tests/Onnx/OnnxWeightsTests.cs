
namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class OnnxWeightsTests
{
    [TestMethod]
    public void Read_OfAWrittenGraph_GivesItsWeightsAndMetadataBack()
    {
        var graph = new OnnxGraph("test");
        var x = graph.Input("x", OnnxElement.Single, 2);
        var sum = graph.Add("Add", [x, graph.Weight("w", [1, -2.5f], 1, 2)]);
        graph.Output("y", graph.Add("Reshape", [sum, graph.Constant(-1, 2)]), 2);

        var read = OnnxWeights.Read(graph.ToBytes(new Dictionary<string, string> { ["name"] = "Größe", ["of"] = "2" }));

        Assert.AreEqual(("Größe", "2", 2), (read.Metadata["name"], read.Metadata["of"], read.Metadata.Count));
        Assert.AreEqual("w", Assert.ContainsSingle(read.Tensors.Keys)); // The integers of the reshape are no weights.
        CollectionAssert.AreEqual(new[] { 1, 2 }, read.Tensors["w"].Shape);
        CollectionAssert.AreEqual(new[] { 1, -2.5f }, read.Tensors["w"].Values);
    }

    [TestMethod]
    public void Read_OfAPartOfAFile_ThrowsOrLacksTheGraph()
    {
        var file = SmallGenerator.ToBytes();
        for (var length = 0; length < file.Length; length += 7)
        {
            try
            {
                Assert.IsEmpty(OnnxWeights.Read(file.AsSpan(0, length)).Tensors); // The graph comes last.
            }
            catch (FormatException e)
            {
                Assert.Contains("are not an ONNX file that can be read.", e.Message);
            }
        }
    }
}
