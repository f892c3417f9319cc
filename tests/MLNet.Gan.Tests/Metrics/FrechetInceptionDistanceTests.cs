using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class FrechetScoreTests
{
    [TestMethod]
    public void ToString_IsOneLineWithNetworkCountsAndWarnings()
    {
        var score = new FrechetScore(12.34567, "fashion-mnist-classifier", 60_000, 10_000, 84, ["Beware."]);

        Assert.AreEqual("FID (fashion-mnist-classifier)", score.Name);
        Assert.AreEqual(
            "FID (fashion-mnist-classifier) = 12.3457 (60000 real, 10000 generated, rank 84) Warning: Beware.",
            score.ToString());
    }

    [TestMethod]
    public void ToString_OfRoundingBelowZero_ShowsZero() =>
        StringAssert.StartsWith(new FrechetScore(-1e-9, "n", 2, 2, 1, []).ToString(), "FID (n) = 0 (");

    [TestMethod]
    public void Score_OfManyGoodSamples_HasNoWarnings()
    {
        var score = FrechetDistance.Score(
            Statistics.Of(Samples.Plain(1, 10_000, 3), 3), Statistics.Of(Samples.Plain(2, 10_001, 3), 3), "some-network");

        Assert.AreEqual(0, score.Value, 0.01);
        Assert.AreEqual("some-network", score.Network);
        Assert.AreEqual((10_000L, 10_001L, 3), (score.RealCount, score.FakeCount, score.Rank));
        Assert.IsEmpty(score.Warnings);
    }

    [TestMethod]
    public void Score_OfFewerSamplesThanFeatures_WarnsOfTheSide()
    {
        var score = FrechetDistance.Score(
            Statistics.Of(Samples.Plain(1, 10_000, 3), 3), Statistics.Of(Samples.Plain(2, 2, 3), 3), "n");

        Assert.AreEqual(1, score.Rank);
        Assert.HasCount(2, score.Warnings);
        StringAssert.Contains(score.Warnings[0], "fewer generated samples (2) than features (3)");
        StringAssert.Contains(score.Warnings[1], "with 2 generated samples instead of 10000");
    }

    [TestMethod]
    public void Score_OfRepeatedSamples_HintsAtCollapse()
    {
        // Four different rows: three directions, of twenty possible.
        float[] collapsed = [.. Enumerable.Repeat(Samples.Plain(3, 4, 20), 2500).SelectMany(rows => rows)];

        var score = FrechetDistance.Score(
            Statistics.Of(Samples.Plain(1, 10_000, 20), 20), Statistics.Of(collapsed, 20), "n");

        Assert.AreEqual(3, score.Rank);
        StringAssert.Contains(Assert.ContainsSingle(score.Warnings), "The generated features vary in only 3 of 20");
    }

    [TestMethod]
    public void Score_OfConstantSamples_HasRankZero() =>
        Assert.AreEqual(0, FrechetDistance.Score(
            Statistics.Of(Samples.Plain(1, 10, 2), 2), Statistics.Of(new float[20], 2), "n").Rank);

    [TestMethod]
    public void Score_WithoutNetwork_IsRefused() =>
        Assert.AreEqual("network", Assert.ThrowsExactly<ArgumentException>(
            () => FrechetDistance.Score(new(1), new(1), " ")).ParamName);
}
