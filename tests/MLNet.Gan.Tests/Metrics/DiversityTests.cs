using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class DiversityTests
{
    [TestMethod]
    public void Measure_OfPointsOnALine_IsTheRatioByHand()
    {
        // Distances of real pairs 2, 4, 6 and of generated pairs 1, 2, 3: means 4 and 2, medians 4 and 2.
        var scores = Measured([0, 2, 6], [0, 1, 3], new() { Quantile = 0.5 });

        Assert.AreEqual(0.5, scores["diversity"].Value);
        Assert.AreEqual(0.5, scores["diversity at quantile 0.5"].Value);
        Assert.AreEqual(4, scores["mean distance of real pairs"].Value);
        Assert.AreEqual(2, scores["mean distance of generated pairs"].Value);
        Assert.AreEqual("pairs 200000", scores["diversity"].Protocol.Settings);
        Assert.IsTrue(scores.Values.All(score => score.Warnings.Count == 0));
    }

    [TestMethod]
    public void Measure_OfTenSamplesOverAndOver_WarnsByTheQuantile()
    {
        // A tenth of the pairs are at 0, so the quantile is 0, while the mean falls by that tenth only.
        float[] collapsed = [.. Enumerable.Repeat(Samples.Plain(2, 10, 100), 30).SelectMany(rows => rows)];

        var scores = Measured(Samples.Plain(1, 300, 100), collapsed, new(), 100);

        Assert.AreEqual(0.9, scores["diversity"].Value, 0.05);
        Assert.IsEmpty(scores["diversity"].Warnings);
        Assert.AreEqual(0, scores["diversity at quantile 0.05"].Value);
        var warning = Assert.ContainsSingle(scores["diversity at quantile 0.05"].Warnings);
        Assert.AreEqual(ScoreWarning.LowDiversity, warning.Code);
        Assert.AreEqual("The quantile 0.05 of the distances of generated samples is 0 of that of real ones, which "
            + "hints at mode collapse.", warning.Message);
    }

    [TestMethod]
    public void Measure_OfOneSampleOverAndOver_WarnsByTheMean()
    {
        var score = Measured([0, 1, 2], [5, 5, 5, 5], new())["diversity"];

        Assert.AreEqual(0, score.Value);
        Assert.AreEqual(ScoreWarning.LowDiversity, Assert.ContainsSingle(score.Warnings).Code);
    }

    [TestMethod]
    public void Measure_OfDrawnPairs_IsNearThatOfAllPairs()
    {
        var (real, generated) = (Samples.Plain(1, 400, 8), Samples.Plain(2, 500, 8));

        var all = Measured(real, generated, new(), 8);
        var drawn = Measured(real, generated, new() { PairCount = 20_000 }, 8);

        foreach (var name in all.Keys)
            Assert.AreEqual(1, drawn[name].Value / all[name].Value, 0.03, name);
        Assert.AreNotEqual(all["diversity"].Value, drawn["diversity"].Value);
        Assert.AreEqual("pairs 20000", drawn["diversity"].Protocol.Settings);
    }

    [TestMethod]
    public void Measure_OfDrawnPairs_DependsOnTheSeedAlone()
    {
        var (real, generated) = (Samples.Plain(1, 100, 3), Samples.Plain(2, 100, 3));
        double Drawn(int seed) => new Diversity { PairCount = 500 }
            .Measure(Compared.Features(real, generated, 3, seed: seed)).First().Value;

        Assert.AreEqual(Drawn(1), Drawn(1));
        Assert.AreNotEqual(Drawn(1), Drawn(2));
    }

    [TestMethod]
    public void Measure_OfEqualSetsAndDrawnPairs_IsOne()
    {
        var samples = Samples.Plain(1, 100, 3);

        var scores = Measured(samples, samples, new() { PairCount = 50 }, 3);

        Assert.AreEqual((1.0, 1.0), (scores["diversity"].Value, scores["diversity at quantile 0.05"].Value));
    }

    [TestMethod]
    [DataRow(new float[] { 1 }, new float[] { 1, 2 }, "real")]
    [DataRow(new float[] { 1, 2 }, new float[] { 1 }, "generated")]
    public void Measure_OfOneSample_IsRefused(float[] real, float[] generated, string side) => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => Measured(real, generated, new())).Message,
        $"Distances of {side} samples need at least 2 of them, but there are 1");

    [TestMethod]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.AreEqual((0.05, 200_000), (new Diversity().Quantile, new Diversity().PairCount));
        Assert.AreEqual("Quantile", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new Diversity { Quantile = 1 }).ParamName);
        Assert.AreEqual("PairCount", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new Diversity { PairCount = 0 }).ParamName);
    }

    private static Dictionary<string, Score> Measured(
        float[] real, float[] generated, Diversity metric, int dimension = 1) =>
        metric.Measure(Compared.Features(real, generated, dimension)).ToDictionary(score => score.Name);
}
