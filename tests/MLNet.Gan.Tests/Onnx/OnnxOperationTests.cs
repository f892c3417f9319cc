namespace MLNet.Gan.Tests.Onnx;

/// <summary>Every operation that the layers use, on numbers small enough to check in one's head.</summary>
[TestClass]
public sealed class OnnxOperationTests
{
    private static readonly OnnxAttribute[] Halve =
        [OnnxAttribute.Ints("kernel_shape", 2, 2), OnnxAttribute.Ints("strides", 2, 2)];

    [TestMethod]
    public void Gemm_WithTransB_IsALinearLayer() => AssertComputes(
        [1 + 4 + 0.5f, 3 + 8, 5 + 12 - 1], [1, 2], [2], [3],
        (graph, x) => graph.Add(
            "Gemm",
            [x, graph.Weight("weight", [1, 2, 3, 4, 5, 6], 3, 2), graph.Weight("bias", [0.5f, 0, -1], 3)],
            OnnxAttribute.Of("transB", 1)));

    [TestMethod]
    public void Conv_SlidesTheKernelUnflipped() => AssertComputes(
        [37, 47, 67, 77], [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3], [1, 2, 2], // 1·1 + 2·2 + 3·4 + 4·5 = 37
        (graph, x) => graph.Add("Conv", [x, graph.Weight("kernel", [1, 2, 3, 4], 1, 1, 2, 2)]));

    [TestMethod]
    public void ConvTranspose_StampsTheKernel() => AssertComputes(
        [1, 2, 10, 20, 3, 4, 30, 40], [1, 10], [1, 1, 2], [1, 2, 4],
        (graph, x) => graph.Add(
            "ConvTranspose", [x, graph.Weight("kernel", [1, 2, 3, 4], 1, 1, 2, 2)], OnnxAttribute.Ints("strides", 2, 2)));

    [TestMethod]
    public void BatchNormalization_UsesTheRunningStatistics() => AssertComputes(
        [-1, 3, 7], [2, 4, 6], [1, 1, 3], [1, 1, 3], // (x − 3) / √(0.75 + 0.25) · 2 + 1
        (graph, x) => graph.Add(
            "BatchNormalization",
            [x, graph.Weight("scale", [2], 1), graph.Weight("bias", [1], 1), graph.Weight("mean", [3], 1), graph.Weight("var", [0.75f], 1)],
            OnnxAttribute.Of("epsilon", 0.25f)));

    [TestMethod]
    public void LeakyRelu_ScalesWhatIsNegative() => AssertComputes(
        [-1, 0, 3], [-4, 0, 3], [3], [3], (graph, x) => graph.Add("LeakyRelu", [x], OnnxAttribute.Of("alpha", 0.25f)));

    [TestMethod]
    public void Relu_CutsWhatIsNegative() => AssertComputes([0, 0, 3], [-4, 0, 3], [3], [3], (graph, x) => graph.Add("Relu", [x]));

    [TestMethod]
    public void Tanh_OfHalfTheLogarithmOfThree_IsOneHalf() => // (3 − 1) / (3 + 1)
        AssertComputes([0.5f, -0.5f], [MathF.Log(3) / 2, -MathF.Log(3) / 2], [2], [2], (graph, x) => graph.Add("Tanh", [x]));

    [TestMethod]
    public void Reshape_ZeroCopiesAndMinusOneInfers() => AssertComputes(
        [1.5f, 4.5f], [1, 2, 3, 6], [4], [2], // rows of two, then their means
        (graph, x) => graph.Add(
            "ReduceMean", [graph.Add("Reshape", [x, graph.Constant(0, -1, 2)])],
            OnnxAttribute.Ints("axes", 2), OnnxAttribute.Of("keepdims", 0)));

    [TestMethod]
    public void ReduceMean_KeepsTheAxis() => AssertComputes(
        [2.5f], [1, 4], [2], [1], (graph, x) => graph.Add("ReduceMean", [x], OnnxAttribute.Ints("axes", 1)));

    [TestMethod]
    public void Resize_RepeatsTheNearest() => AssertComputes(
        [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4], [1, 2, 3, 4], [1, 2, 2], [1, 4, 4],
        (graph, x) => graph.Add(
            "Resize",
            [x, OnnxValue.Absent, graph.Weight("scales", [1, 1, 2, 2], 4)],
            OnnxAttribute.Of("mode", "nearest"),
            OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"),
            OnnxAttribute.Of("nearest_mode", "floor")));

    [TestMethod]
    public void AveragePool_Averages() =>
        AssertComputes([2.5f, 5], [1, 2, 4, 5, 3, 4, 5, 6], [1, 2, 4], [1, 1, 2], (graph, x) => graph.Add("AveragePool", [x], Halve));

    [TestMethod]
    public void MaxPool_TakesTheLargest() =>
        AssertComputes([4, 6], [1, 2, 4, 5, 3, 4, 5, 6], [1, 2, 4], [1, 1, 2], (graph, x) => graph.Add("MaxPool", [x], Halve));

    [TestMethod]
    public void GlobalAveragePoolAndFlatten_LeaveAValueAChannel() => AssertComputes(
        [1.5f, 7], [1, 2, 4, 10], [2, 1, 2], [2],
        (graph, x) => graph.Add("Flatten", [graph.Add("GlobalAveragePool", [x])], OnnxAttribute.Of("axis", 1)));

    [TestMethod]
    public void Softmax_OfLogarithms_IsTheirShare() => // 1 / (1 + 3)
        AssertComputes([0.25f, 0.75f], [0, MathF.Log(3)], [2], [2], (graph, x) => graph.Add("Softmax", [x], OnnxAttribute.Of("axis", 1)));

    [TestMethod]
    public void AddAndMul_Broadcast() => AssertComputes(
        [11, 42], [1, 2], [2], [2], // (x + 10) · [1, 3.5]
        (graph, x) => graph.Add("Mul", [graph.Add("Add", [x, graph.Weight("ten", [10])]), graph.Weight("gain", [1, 3.5f], 2)]));

    [TestMethod]
    public void GatherAndConcat_AppendTheRowOfTheLabel()
    {
        var graph = new OnnxGraph("test");
        var x = graph.Input("x", OnnxElement.Single, 1);
        var label = graph.Input("label", OnnxElement.Int64);
        var row = graph.Add("Gather", [graph.Weight("table", [1, 2, 3, 4, 5, 6], 3, 2), label], OnnxAttribute.Of("axis", 0));
        graph.Output("y", graph.Add("Concat", [x, row], OnnxAttribute.Of("axis", 1)), 3);
        using var session = new OnnxSession(graph.ToBytes(new Dictionary<string, string>()), threads: 1);
        var y = new float[6];

        session.Run(2, new float[] { 9, 8 }, new long[] { 2, 0 }, ("y", y));

        CollectionAssert.AreEqual(new float[] { 9, 5, 6, 8, 1, 2 }, y);
    }

    /// <summary>Runs the row alone, and as both rows of a batch of two.</summary>
    private static void AssertComputes(
        float[] expected, float[] row, long[] rowShape, long[] shape, Func<OnnxGraph, OnnxValue, OnnxValue> build)
    {
        var graph = new OnnxGraph("test");
        graph.Output("y", build(graph, graph.Input("x", OnnxElement.Single, rowShape)), shape);
        using var session = new OnnxSession(graph.ToBytes(new Dictionary<string, string>()), threads: 1);
        var single = new float[expected.Length];
        var twice = new float[2 * expected.Length];

        session.Run(1, row, null, ("y", single));
        session.Run(2, (float[])[.. row, .. row], null, ("y", twice));

        AssertClose(expected, single);
        AssertClose([.. expected, .. expected], twice);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], actual[i], 1e-6f, $"Value {i} of [{string.Join(", ", actual)}]");
        }
    }
}
