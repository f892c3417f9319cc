using MLNet.Gan.Benchmarks.Images;

namespace MLNet.Gan.Tests.Benchmarks.Images;

[TestClass]
public sealed class TripleCoverageTests
{
    [TestMethod]
    public void Of_FourImagesOfTwoTriples_CountsThem()
    {
        var coverage = TripleCoverage.Of([1, 2, 3, 3, 2, 1, 1, 2, 3, 1, 2, 3]);

        // Shares of ¾ and ¼: ¾ ln 750 + ¼ ln 250.
        Assert.AreEqual(2, coverage.Modes);
        Assert.AreEqual(0.75 * Math.Log(750) + 0.25 * Math.Log(250), coverage.Divergence, 1e-12);
    }

    [TestMethod]
    public void Of_EveryTripleOnce_IsPerfect()
    {
        byte[] labels =
        [
            .. Enumerable.Range(0, 1000).SelectMany(i => new[] { i / 100, i / 10 % 10, i % 10 })
                .Select(label => (byte)label),
        ];

        var coverage = TripleCoverage.Of(labels);

        Assert.AreEqual(1000, coverage.Modes);
        Assert.AreEqual(0, coverage.Divergence, 1e-12);
    }
}
