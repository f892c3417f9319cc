using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

/// <summary>The files of weights.py hold numbers that are written there.</summary>
[TestClass]
public sealed class PickleWeightsTests
{
    [TestMethod]
    [DataRow("weights-zip.pth")]
    [DataRow("weights-zip-protocol-4.pth")]
    [DataRow("weights-legacy.pth")]
    [DataRow("weights-legacy-protocol-4.pth")]
    public void Read_OfEveryContainer_GivesPyTorchsTensors(string name)
    {
        using var file = new SomeFile(name, SomeFile.Committed(name));

        var weights = PickleWeights.Read(file.Path);

        AssertTensor(weights["matrix"], [2, 3], 1, 2, 3, 4, 5, 6);
        AssertTensor(weights["transposed"], [3, 2], 1, 4, 2, 5, 3, 6);
        AssertTensor(weights["columns"], [2, 2], 2, 3, 5, 6);
        AssertTensor(weights["parameter"], [1], 1.5f);
        AssertTensor(weights["double"], [2], 0.1f, -2);
        AssertTensor(weights["half"], [2], 1, 0.5f);
        AssertTensor(weights["bfloat16"], [2], 1, -2);
        AssertTensor(weights["scalar"], [], 3);
        AssertTensor(weights["empty"], [0, 3]);
        Assert.HasCount(9, weights, "The counter of batches is an integer, which is no weight.");
    }

    [TestMethod]
    public void Read_OfAPickleByHand_GivesItsTensor()
    {
        using var file = new SomeFile("w.pth", Pickled.Zip(Pickled.Tensor()));

        AssertTensor(PickleWeights.Read(file.Path)[Pickled.Name], [2], 3, 4);
    }

    [TestMethod]
    [DataRow("K\u0001", "K\u0001\u0085", "K\u0001\u0085", new[] { 1 }, new[] { 4f }, DisplayName = "offset 1")]
    [DataRow("K\u0000", "K\u0001K\u0002\u0086", "J\u00ff\u00ff\u00ff\u007fK\u0001\u0086", new[] { 1, 2 }, new[] { 3f, 4f },
        DisplayName = "the stride of an axis with one place means nothing")]
    [DataRow("K\u0000", "K\u0002\u0085", "K\u0000\u0085", new[] { 2 }, new[] { 3f, 3f }, DisplayName = "stride 0 repeats")]
    [DataRow("K\u0002", "K\u0000\u0085", "K\u0001\u0085", new[] { 0 }, new float[0], DisplayName = "nothing, from the end")]
    public void Read_OfAView_GathersIt(string offset, string size, string stride, int[] shape, float[] values)
    {
        using var file = new SomeFile("w.pth", Pickled.Zip(Pickled.Tensor(offset: offset, size: size, stride: stride)));

        AssertTensor(PickleWeights.Read(file.Path)[Pickled.Name], shape, values);
    }

    [TestMethod]
    public void Read_OfAMissingFile_SaysSo() => Assert.ThrowsExactly<FileNotFoundException>(
        () => PickleWeights.Read(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pth")));

    private static void AssertTensor(WeightTensor tensor, int[] shape, params float[] values)
    {
        CollectionAssert.AreEqual(shape, tensor.Shape.ToArray());
        CollectionAssert.AreEqual(values, tensor.Values);
    }
}
