using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class FrechetInfinityTests
{
    [TestMethod]
    [DataRow(3, new[] { 2, 2, 3 })]
    [DataRow(100, new[] { 10, 55, 100 })]
    [DataRow(60_000, new[] { 5000, 32_500, 60_000 })]
    public void Sizes_OfCounts_AreEvenlySpaced(int count, int[] expected) =>
        CollectionAssert.AreEqual(expected, FrechetInfinity.Sizes(count, 3));

    [TestMethod]
    public void Measure_OfOneDistribution_HasLessBiasThanTheDistance()
    {
        var comparisons = Enumerable.Range(1, 8).Select(seed => Compared.Features(
            Samples.Plain((ulong)seed, 2000, 8), Samples.Plain((ulong)seed + 50, 300, 8), 8)).ToList();

        var distance = comparisons.Average(comparison =>
            Assert.ContainsSingle(new FrechetInceptionDistance().Measure(comparison)).Value);
        var extrapolated = comparisons.Average(comparison =>
            Assert.ContainsSingle(new FrechetInfinity().Measure(comparison)).Value);

        Assert.AreEqual(0, extrapolated, distance / 2);
    }

    [TestMethod]
    public void Measure_OfManySamples_HasItsSizesAndNoWarning()
    {
        var score = Assert.ContainsSingle(new FrechetInfinity().Measure(
            Compared.Features(Samples.Plain(1, 90, 3), Samples.Plain(2, 90, 3), 3)));

        Assert.AreEqual("15 sizes from 9, ddof 1", score.Protocol.Settings);
        Assert.IsEmpty(score.Warnings);
    }

    [TestMethod]
    public void Measure_WhenTheSmallestSetIsSingular_Warns()
    {
        var warning = Assert.ContainsSingle(Assert.ContainsSingle(new FrechetInfinity { Points = 4 }.Measure(
            Compared.Features(Samples.Plain(1, 90, 12), Samples.Plain(2, 90, 12), 12))).Warnings);

        Assert.AreEqual(ScoreWarning.FewerSamplesThanFeatures, warning.Code);
        StringAssert.Contains(warning.Message, "fewer samples (9) than there are features (12)");
    }

    [TestMethod]
    [DataRow("n", "Fréchet distance ∞")]
    [DataRow("inception-2015-12-05", "FID∞")]
    public void Measure_OnlyOfTheAuthorsNetwork_IsCalledFid(string network, string name) =>
        Assert.AreEqual(name, Assert.ContainsSingle(new FrechetInfinity().Measure(
            Compared.Features([1, 2], [1, 2, 3], 1, network, weights: "6726825d"))).Name);

    [TestMethod]
    public void Measure_OfTwoSamples_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(
            () => new FrechetInfinity().Measure(Compared.Features([1, 2], [1, 2], 1))).Message,
        "at least 3 generated and 2 real samples, but there are 2 and 2");

    [TestMethod]
    public void Points_OfOne_IsRefused() => Assert.AreEqual("Points",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new FrechetInfinity { Points = 1 }).ParamName);
}
