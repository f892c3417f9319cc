using MLNet.Gan.Tests.Resampling;

namespace MLNet.Gan.Tests.Primitives;

[TestClass]
public sealed class StudentQuantileTests
{
    [TestMethod]
    public void Quantiles_AreThoseOfSciPy()
    {
        var expected = SmoteReference.Of("quantiles").EnumerateArray().ToList();
        Assert.HasCount(30, expected);
        foreach (var one in expected)
        {
            var t = one.Number("t");
            Assert.AreEqual(t, StudentQuantile.Of(one.Number("p"), one.GetProperty("n").GetInt32()), 1e-7 * Math.Max(1, Math.Abs(t)));
        }
    }
}
