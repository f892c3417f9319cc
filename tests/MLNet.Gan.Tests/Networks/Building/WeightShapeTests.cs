using MLNet.Gan;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Networks.Building;

[TestClass]
public sealed class WeightShapeTests
{
    [TestMethod]
    public void ChannelsFirst_MovesHeightAndWidthToTheEnd()
    {
        // A kernel of 1 × 3 places, 2 channels in and 2 out: place x, in i, out o has the value 100 x + 10 i + o.
        var kernel = new WeightTensor([1, 3, 2, 2], [0, 1, 10, 11, 100, 101, 110, 111, 200, 201, 210, 211]);

        var moved = ExpectedWeight.ChannelsFirst(kernel);

        CollectionAssert.AreEqual(new[] { 2, 2, 1, 3 }, moved.Shape.ToArray());
        CollectionAssert.AreEqual(new float[] { 0, 100, 200, 10, 110, 210, 1, 101, 201, 11, 111, 211 }, moved.Values);
    }

    [TestMethod]
    public void Permute_OfAMatrix_Transposes()
    {
        var moved = ExpectedWeight.Permute(new([2, 3], [1, 2, 3, 4, 5, 6]), 1, 0);

        CollectionAssert.AreEqual(new[] { 3, 2 }, moved.Shape.ToArray());
        CollectionAssert.AreEqual(new float[] { 1, 4, 2, 5, 3, 6 }, moved.Values);
    }

    [TestMethod]
    public void Check_OfAsManyValuesAsAllowed_GivesThem() =>
        Assert.AreEqual(1 << 26, ExpectedWeight.Check([1 << 13, 1 << 13]).Count);

    [TestMethod]
    public void Check_OfOneMore_IsRefused() =>
        Assert.ThrowsExactly<FormatException>(() => ExpectedWeight.Check([(1 << 26) + 1]));
}
