using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class MixtureCoverageTests
{
    private static readonly float[] Square = [0, 0, 10, 0, 0, 10, 10, 10];

    [TestMethod]
    public void Of_FiveSamples_CountsByHand()
    {
        // Within 3 of (0, 0): two; of (10, 0): one, on the edge; (5, 5) and (0, 6.9) are near none.
        var coverage = MixtureCoverage.Of([0, 1, -2, 2, 13, 0, 5, 5, 0, 6.9f], Square, sigma: 1);

        Assert.AreEqual((4, 2, 5L), (coverage.Modes, coverage.CapturedModes, coverage.Count));
        Assert.AreEqual(3 / 5.0, coverage.HighQualityShare, 1e-15);

        // 2/3 ln(4 · 2/3) + 1/3 ln(4 · 1/3): samples of low quality do not count.
        Assert.AreEqual(2 / 3.0 * Math.Log(8 / 3.0) + 1 / 3.0 * Math.Log(4 / 3.0), coverage.ReverseKullbackLeibler, 1e-15);
    }

    [TestMethod]
    public void Of_TheCenters_IsPerfect()
    {
        var coverage = MixtureCoverage.Of(Square, Square, 0.01);

        Assert.AreEqual(new MixtureCoverage(4, 4, 1, 0, 4), coverage);
    }

    [TestMethod]
    public void Of_OneModeOnly_HasDivergenceLogK() =>
        Assert.AreEqual(Math.Log(4), MixtureCoverage.Of([0, 0, 0, 0], Square, 1).ReverseKullbackLeibler, 1e-15);

    [TestMethod]
    public void Of_NoGoodSample_HasNoDivergence()
    {
        var coverage = MixtureCoverage.Of([5, 5], Square, 1);

        Assert.AreEqual((0, 0.0), (coverage.CapturedModes, coverage.HighQualityShare));
        Assert.IsTrue(double.IsNaN(coverage.ReverseKullbackLeibler));
    }

    [TestMethod]
    public void Of_PerfectRing_HasTheShareOfThreeSigma()
    {
        // PacGAN's ring: 8 modes of radius 1, σ 0.01. A disc of 3σ holds 1 − e^(−9/2) = 98.9 % of a Gaussian in the plane.
        float[] centers = [.. Enumerable.Range(0, 8).Select(k => MathF.SinCos(k * MathF.PI / 4))
            .SelectMany(angle => new[] { angle.Cos, angle.Sin })];
        float[] samples = [.. Samples.Normals(1).Take(40_000).Select((z, i) => (float)(centers[i % 16] + 0.01 * z))];

        var coverage = MixtureCoverage.Of(samples, centers, 0.01);

        Assert.AreEqual(8, coverage.CapturedModes);
        Assert.AreEqual(1 - Math.Exp(-4.5), coverage.HighQualityShare, 0.003);   // Four standard errors.
        Assert.AreEqual(0, coverage.ReverseKullbackLeibler, 1e-4);
    }

    [TestMethod]
    public void ToString_IsOneLine() => Assert.AreEqual(
        "2 of 4 modes, 60.0% within 3 sigma, reverse KL 0.7498 (5 samples)",
        MixtureCoverage.Of([0, 1, -2, 2, 13, 0, 5, 5, 0, 6.9f], Square, 1).ToString());

    [TestMethod]
    public void Of_NotFinite_NamesThePoint()
    {
        var exception = Assert.ThrowsExactly<ArgumentException>(() => MixtureCoverage.Of([0, 0, 1, float.NaN], Square, 1));

        StringAssert.Contains(exception.Message, "Point 1 of the samples has the coordinate NaN");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    public void Of_BrokenPairs_IsRefused(int values) =>
        Assert.AreEqual("samples", Assert.ThrowsExactly<ArgumentException>(
            () => MixtureCoverage.Of(new float[values], Square, 1)).ParamName);

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(double.NaN)]
    public void Of_SigmaNotPositive_IsRefused(double sigma) =>
        Assert.AreEqual("sigma", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => MixtureCoverage.Of(Square, Square, sigma)).ParamName);
}
