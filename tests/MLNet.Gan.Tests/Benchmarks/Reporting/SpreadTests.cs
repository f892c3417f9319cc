using MLNet.Gan.Benchmarks.Reporting;

namespace MLNet.Gan.Tests.Benchmarks.Reporting;

[TestClass]
public sealed class SpreadTests
{
    [TestMethod]
    public void Quartiles_LieBetweenNeighbors()
    {
        // Of 1, 2, 3 and 10 the places 0.75, 1.5 and 2.25: 1.75, 2.5 and 3 + 0.25 · 7.
        Assert.AreEqual((1.75, 2.5, 4.75), Spread.Quartiles([10, 3, 1, 2]));
        Assert.AreEqual((5.0, 5.0, 5.0), Spread.Quartiles([5]));
    }

    [TestMethod]
    public void Texts_HaveAPointAndTheQuartilesInBrackets()
    {
        Assert.AreEqual("2.5", Spread.Median([10, 3, 1, 2], "0.0"));
        Assert.AreEqual("2.50 (1.75–4.75)", Spread.Ratio([10, 3, 1, 2]));
    }
}
