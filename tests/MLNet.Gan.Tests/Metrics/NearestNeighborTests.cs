using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class NearestNeighborTests
{
    [TestMethod]
    public void Of_PointsOnALine_IsTheNearestAndOfTiesTheFirst()
    {
        // 2 lies between 1 and 3; 10 is there twice.
        var comparison = Compared.Features([3, 1, 10, 10], [2, 9, 10, -4], 1);

        CollectionAssert.AreEqual(
            new Neighbor[] { new(0, 1), new(2, 1), new(2, 0), new(1, 5) },
            NearestNeighbor.Of(comparison.Real, comparison.Generated));
    }

    [TestMethod]
    public void Measure_OfPointsOnALine_IsTheCountByHand()
    {
        // Among real points 1, 1, 2, 2, with the median 1.5, which is the quantile 0.5; the others have 0.5, 3 and 4.
        var scores = Measured([0, 1, 10, 12], [0.5f, 4, 16], new() { Quantile = 0.5 });

        Assert.AreEqual(3 / 1.5, scores["nearest neighbor ratio"].Value);
        Assert.AreEqual(1 / 3.0, scores["share of near copies"].Value);
        Assert.AreEqual("quantile 0.5", scores["share of near copies"].Protocol.Settings);
        Assert.IsTrue(scores.Values.All(score => score.Warnings.Count == 0));
    }

    [TestMethod]
    public void Measure_OfNewSamples_DoesNotWarn()
    {
        var scores = Measured(Samples.Plain(1, 400, 10), Samples.Plain(2, 400, 10), new(), 10);

        Assert.AreEqual(1, scores["nearest neighbor ratio"].Value, 0.05);
        Assert.AreEqual(0.01, scores["share of near copies"].Value, 0.02);
        Assert.IsTrue(scores.Values.All(score => score.Warnings.Count == 0));
    }

    [TestMethod]
    public void Measure_OfCopies_WarnsTwice()
    {
        var real = Samples.Plain(1, 100, 10);

        var scores = Measured(real, real[..500], new(), 10);

        Assert.AreEqual((0.0, 1.0), (scores["nearest neighbor ratio"].Value, scores["share of near copies"].Value));
        Assert.IsTrue(scores.Values.All(score => score.Warnings.Single().Code == ScoreWarning.Memorization));
        StringAssert.StartsWith(scores["nearest neighbor ratio"].Warnings[0].Message,
            "Half of the generated samples are nearer to a real one than 0 of the usual distance");
        StringAssert.StartsWith(scores["share of near copies"].Warnings[0].Message,
            "50 of 50 generated samples are as near to a real one as only a share of 0.01 of the real samples");
    }

    [TestMethod]
    public void Measure_OfAFewCopiesAmongNewSamples_WarnsByTheShareAlone()
    {
        var real = Samples.Plain(1, 100, 10);
        float[] generated = [.. Samples.Plain(2, 90, 10), .. real[..100]];

        var scores = Measured(real, generated, new(), 10);

        Assert.AreEqual(0.1, scores["share of near copies"].Value, 0.03);
        Assert.ContainsSingle(scores["share of near copies"].Warnings);
        Assert.IsEmpty(scores["nearest neighbor ratio"].Warnings);
    }

    [TestMethod]
    public void Of_NoRealSample_IsRefused()
    {
        var comparison = Compared.Features([], [1], 1);

        StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(
            () => NearestNeighbor.Of(comparison.Real, comparison.Generated)).Message, "no real sample");
    }

    [TestMethod]
    public void Quantile_OutOfRange_IsRefused()
    {
        Assert.AreEqual(0.01, new NearestNeighbor().Quantile);
        Assert.AreEqual("Quantile", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new NearestNeighbor { Quantile = 0 }).ParamName);
    }

    private static Dictionary<string, Score> Measured(
        float[] real, float[] generated, NearestNeighbor metric, int dimension = 1) =>
        metric.Measure(Compared.Features(real, generated, dimension)).ToDictionary(score => score.Name);
}
