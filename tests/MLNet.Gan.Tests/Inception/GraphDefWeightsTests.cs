using MLNet.Gan;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

[TestClass]
public sealed class GraphDefWeightsTests
{
    [TestMethod]
    public void Read_OfTheGraph_GivesTorchvisionsNamesAndLayout()
    {
        var weights = Read(GraphDefFile.Nodes());

        Assert.HasCount(94 * 5 + 2, weights);
        AssertTensor(weights["Conv2d_1a_3x3.conv.weight"], [1, 1, 1, 2], 0, 0.5f);
        AssertTensor(weights["Conv2d_4a_3x3.bn.weight"], [2], 4, 1);
        AssertTensor(weights["Conv2d_4a_3x3.bn.bias"], [2], 4, 2);
        AssertTensor(weights["Conv2d_4a_3x3.bn.running_mean"], [2], 4, 3);
        AssertTensor(weights["Conv2d_4a_3x3.bn.running_var"], [2], 4, 4);
        AssertTensor(weights["fc.weight"], [3, 2], 1, 4, 2, 5, 3, 6);
        AssertTensor(weights["fc.bias"], [3], 7, 8, 9);
    }

    [TestMethod]
    [DataRow("conv_3", "Conv2d_3b_1x1")]
    [DataRow("mixed/tower/conv_1", "Mixed_5b.branch5x5_2")]
    [DataRow("mixed_2/tower_1/conv_2", "Mixed_5d.branch3x3dbl_3")]
    [DataRow("mixed_3/conv", "Mixed_6a.branch3x3")]
    [DataRow("mixed_3/tower/conv", "Mixed_6a.branch3x3dbl_1")]
    [DataRow("mixed_7/tower_1/conv_4", "Mixed_6e.branch7x7dbl_5")]
    [DataRow("mixed_8/tower/conv_1", "Mixed_7a.branch3x3_2")]
    [DataRow("mixed_8/tower_1/conv_3", "Mixed_7a.branch7x7x3_4")]
    [DataRow("mixed_9/tower/mixed/conv_1", "Mixed_7b.branch3x3_2b")]
    [DataRow("mixed_10/tower_1/mixed/conv", "Mixed_7c.branch3x3dbl_3a")]
    [DataRow("mixed_10/tower_2/conv", "Mixed_7c.branch_pool")]
    public void Names_MatchTheTableOfTorchFidelity(string scope, string layer) =>
        CollectionAssert.Contains(GraphDefNames.Convolutions.ToArray(), (scope, layer));

    [TestMethod]
    public void Names_AreNinetyFourDifferentOnes()
    {
        Assert.AreEqual(94, GraphDefNames.Convolutions.Select(names => names.Scope).Distinct().Count());
        Assert.AreEqual(94, GraphDefNames.Convolutions.Select(names => names.Layer).Distinct().Count());
    }

    [TestMethod]
    public void Read_OfAListShorterThanTheShape_RepeatsItsLastValue() => AssertTensor(
        Read(With("softmax/biases", GraphDefFile.Tensor(GraphDefFile.Float, [3], [], 7, 8)))["fc.bias"], [3], 7, 8, 8);

    [TestMethod]
    public void Read_OfAPackedList_GivesItsValues()
    {
        var tensor = GraphDefFile.Tensor(GraphDefFile.Float, [2], []);
        tensor.Bytes(5, GraphDefFile.Bytes(7, 8)); // proto3 writes repeated floats so.

        AssertTensor(Read(With("softmax/biases", tensor))["fc.bias"], [2], 7, 8);
    }

    [TestMethod]
    [DataRow(GraphDefFile.Int32, 3L, 3, "type 3")]
    [DataRow(GraphDefFile.Float, 4L, 3, "12 bytes for 4 floats", DisplayName = "content shorter than its shape")]
    [DataRow(GraphDefFile.Float, 2L, 3, "12 bytes for 2 floats", DisplayName = "content longer than its shape")]
    [DataRow(GraphDefFile.Float, -1L, 3, "[-1]")]
    [DataRow(GraphDefFile.Float, 1L << 40, 3, "[1099511627776]")]
    [DataRow(GraphDefFile.Float, 1L << 26, 0, "0 bytes for 67108864 floats")]
    public void Read_OfAnotherTensor_SaysWhichAndWhy(long type, long length, int floats, string reason)
    {
        var tensor = GraphDefFile.Tensor(type, [length], GraphDefFile.Bytes(new float[floats]));

        AssertRefused(With("softmax/biases", tensor), reason);
        AssertRefused(With("softmax/biases", tensor), "'softmax/biases'");
    }

    [TestMethod]
    public void Read_OfOneValueForMillions_IsRefused() => AssertRefused(
        With("softmax/biases", GraphDefFile.Tensor(GraphDefFile.Float, [1 << 26], [], 7)), "4 bytes for 67108864 floats");

    [TestMethod]
    public void Read_OfAnotherGraph_SaysWhy()
    {
        AssertRefused([], "no constant 'conv/conv2d_params'");
        AssertRefused(
            With("softmax/biases", GraphDefFile.Tensor(GraphDefFile.Float, [1, 3], GraphDefFile.Bytes(7, 8, 9))),
            "2 dimensions instead of 1");
        AssertRefused(GraphDefFile.Nodes().Concat(GraphDefFile.Nodes()), "'conv/conv2d_params' twice");
        AssertRefused(
            GraphDefFile.Nodes().SkipLast(1).Append(GraphDefFile.Node("softmax/biases", "VariableV2")),
            "no constant 'softmax/biases'");
    }

    [TestMethod]
    public void Read_OfEveryShorterFile_IsRefused()
    {
        using var file = new SomeFile("graph.pb", GraphDefFile.Bytes(GraphDefFile.Nodes()));
        var length = (int)new FileInfo(file.Path).Length;

        file.AssertRefusesTruncation(() => GraphDefWeights.Read(file.Path), length, step: 29);
    }

    [TestMethod]
    public void Read_OfDamagedFiles_IsRefusedOrRead()
    {
        using var file = new SomeFile("graph.pb", GraphDefFile.Bytes(GraphDefFile.Nodes()));

        file.AssertSurvivesDamage(() => GraphDefWeights.Read(file.Path), files: 2000, seed: 5);
    }

    private static IEnumerable<ProtobufWriter> With(string name, ProtobufWriter tensor) =>
        GraphDefFile.Nodes().SkipLast(1).Append(GraphDefFile.Node(name, "Const", tensor));

    private static IReadOnlyDictionary<string, WeightTensor> Read(IEnumerable<ProtobufWriter> nodes)
    {
        using var file = new SomeFile("graph.pb", GraphDefFile.Bytes(nodes));
        return GraphDefWeights.Read(file.Path);
    }

    private static void AssertRefused(IEnumerable<ProtobufWriter> nodes, string reason)
    {
        var refusal = Assert.ThrowsExactly<FormatException>(() => Read(nodes));

        StringAssert.Contains(refusal.Message, reason, StringComparison.Ordinal);
    }

    private static void AssertTensor(WeightTensor tensor, int[] shape, params float[] values)
    {
        CollectionAssert.AreEqual(shape, tensor.Shape.ToArray());
        CollectionAssert.AreEqual(values, tensor.Values);
    }
}
