using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

[TestClass]
public sealed class ExpectedWeightTests
{
    [TestMethod]
    public void Gather_WithStridesOfATransposedMatrix_Transposes()
    {
        float[] matrix = [1, 2, 3, 4, 5, 6]; // 2 × 3

        CollectionAssert.AreEqual(
            new float[] { 1, 4, 2, 5, 3, 6 }, ExpectedWeight.Gather([3, 2], [1, 3], 0, at => matrix[at]));
    }

    [TestMethod]
    public void Check_OfAsManyValuesAsAllowed_GivesThem() =>
        Assert.AreEqual(1 << 26, ExpectedWeight.Check([1 << 13, 1 << 13]).Count);

    [TestMethod]
    public void Check_OfOneMore_IsRefused() =>
        Assert.ThrowsExactly<FormatException>(() => ExpectedWeight.Check([(1 << 26) + 1]));
}
