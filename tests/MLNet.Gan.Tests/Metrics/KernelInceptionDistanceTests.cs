using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class KernelInceptionDistanceTests
{
    [TestMethod]
    public void Measure_OfTwoRows_IsTheFormula()
    {
        // k(0, 1) = 1 on the real side, k(2, 3) = 7³ on the other, and 1, 1, 3³, 4³ between them.
        var score = Measured([0, 1], [2, 3], 1);

        Assert.AreEqual(1 + 343 - 2 * (1 + 1 + 27 + 64) / 4.0, score.Value, 1e-12);
        Assert.AreEqual(0, score.Deviation!.Value, 1e-12);
    }

    [TestMethod]
    public void Measure_OfOneDistribution_IsAroundZeroAndNotCutOff()
    {
        var values = Enumerable.Range(0, 20).Select(i => Measured(
            Samples.Plain((ulong)i, 100, 4), Samples.Plain((ulong)i + 100, 80, 4), 4).Value).ToList();

        Assert.IsTrue(values.Any(value => value < 0) && values.Any(value => value > 0));
        Assert.AreEqual(0, values.Average(), 0.05);
    }

    [TestMethod]
    public void Measure_OfEqualSeeds_IsTheSameAndOfOthersAnother()
    {
        var metric = new KernelInceptionDistance { Subsets = 3, SubsetSize = 10 };
        Score Of(int seed) => Assert.ContainsSingle(metric.Measure(Compared.Features(
            Samples.Plain(1, 40, 3), Samples.Plain(2, 50, 3), 3, seed: seed)));

        Assert.AreEqual(Of(1).Value, Of(1).Value);
        Assert.AreNotEqual(Of(1).Value, Of(2).Value);
        Assert.IsTrue(Of(1).Deviation > 0);
    }

    [TestMethod]
    public void Measure_ManyOrFewSubsets_TakeTwoWaysToOneMean()
    {
        // One subset of ten multiplies its own rows, ten thousand of them share the pairs of all.
        var comparison = Compared.Features(Samples.Plain(1, 60, 3), Samples.Plain(2, 70, 3), 3);
        var few = Assert.ContainsSingle(
            new KernelInceptionDistance { Subsets = 1, SubsetSize = 60 }.Measure(comparison));
        var many = Assert.ContainsSingle(
            new KernelInceptionDistance { Subsets = 10_000, SubsetSize = 10 }.Measure(comparison));

        Assert.AreEqual(few.Value, many.Value, 5 * many.Deviation!.Value / Math.Sqrt(10_000) + 0.05);
    }

    [TestMethod]
    public void Measure_OfFewerRowsThanASubset_ShrinksItAndSaysSo()
    {
        var score = Measured(Samples.Plain(1, 30, 2), Samples.Plain(2, 20, 2), 2);

        Assert.AreEqual("100 subsets of 20", score.Protocol.Settings);
        var warning = Assert.ContainsSingle(score.Warnings);
        Assert.AreEqual(ScoreWarning.FewSamples, warning.Code);
        StringAssert.Contains(warning.Message, "20 samples instead of 1000, since there are 30 real and 20 generated");
    }

    [TestMethod]
    [DataRow("n", "kernel distance")]
    [DataRow("inception-2015-12-05", "KID")]
    public void Measure_OnlyOfTheAuthorsNetwork_IsCalledKid(string network, string name) =>
        Assert.AreEqual(name, Assert.ContainsSingle(new KernelInceptionDistance().Measure(
            Compared.Features([1, 2], [1, 2], 1, network, weights: "6726825d"))).Name);

    [TestMethod]
    public void Measure_OfOneRow_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => Measured([1, 2], [1], 1)).Message,
        "at least 2 samples on each side, but there are 2 real and 1 generated");

    [TestMethod]
    public void SubsetSize_OfOne_IsRefused() => Assert.AreEqual("SubsetSize",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new KernelInceptionDistance { SubsetSize = 1 }).ParamName);

    private static Score Measured(float[] real, float[] generated, int dimension) =>
        Assert.ContainsSingle(new KernelInceptionDistance().Measure(Compared.Features(real, generated, dimension)));
}
