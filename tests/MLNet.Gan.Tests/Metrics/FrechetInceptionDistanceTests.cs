using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class FrechetInceptionDistanceTests
{
    [TestMethod]
    [DataRow("fashion-mnist-classifier", "12345678", "Fréchet distance")]
    [DataRow("mlnet-resnet18-imagenet", "6726825d", "Fréchet distance")]
    [DataRow("inception-2015-12-05", "6726825d", "FID")]
    [DataRow("inception-2015-12-05/768", "6726825d", "FID")]
    [DataRow("inception-2015-12-05", "12345678", "Fréchet distance", DisplayName = "other weights under the name")]
    [DataRow("inception-2015-12-05", "", "Fréchet distance", DisplayName = "an extractor that says no weights")]
    [DataRow("inception-2015-12-05-mine", "6726825d", "Fréchet distance")]
    public void Measure_OnlyOfTheAuthorsNetworkAndWeights_IsCalledFid(string network, string weights, string name) =>
        Assert.AreEqual(name, Measured(Samples.Plain(1, 10, 2), Samples.Plain(2, 10, 2), 2, network, weights: weights).Name);

    [TestMethod]
    public void Measure_OfEqualSets_IsNeverNegative()
    {
        // Rounding of the two terms, which are equal, gave values down to −1e-12 for some of these.
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var rows = Samples.Plain(seed, 200, 16).Select(value => value * 1000).ToArray();

            Assert.IsTrue(Measured(rows, rows, 16).Value is >= 0 and < 1e-6, $"seed {seed}");
        }
    }

    [TestMethod]
    public void Measure_OfManyGoodSamples_HasNoWarnings()
    {
        var score = Measured(Samples.Plain(1, 10_000, 3), Samples.Plain(2, 10_001, 3), 3);

        Assert.AreEqual(0, score.Value, 0.01);
        Assert.AreEqual((10_000L, 10_001L), (score.Protocol.RealCount, score.Protocol.GeneratedCount));
        Assert.AreEqual("ddof 1", score.Protocol.Settings);
        Assert.IsEmpty(score.Warnings);
    }

    [TestMethod]
    public void Measure_OfFewerSamplesThanFeatures_WarnsOfTheSide()
    {
        var score = Measured(Samples.Plain(1, 10_000, 3), Samples.Plain(2, 2, 3), 3);

        CollectionAssert.AreEqual(
            new[] { ScoreWarning.FewerSamplesThanFeatures, ScoreWarning.FewSamples },
            score.Warnings.Select(warning => warning.Code).ToArray());
        StringAssert.Contains(score.Warnings[0].Message, "fewer generated samples (2) than features (3)");
        StringAssert.Contains(score.Warnings[1].Message, "with 2 generated samples instead of 10000");
    }

    [TestMethod]
    public void Measure_OfRepeatedSamples_HintsAtCollapse()
    {
        // Four different rows: three directions, of twenty possible.
        float[] collapsed = [.. Enumerable.Repeat(Samples.Plain(3, 4, 20), 2500).SelectMany(rows => rows)];

        var warning = Assert.ContainsSingle(Measured(Samples.Plain(1, 10_000, 20), collapsed, 20).Warnings);

        Assert.AreEqual(ScoreWarning.LowRank, warning.Code);
        StringAssert.Contains(warning.Message, "The generated features vary in only 3 of 20");
    }

    [TestMethod]
    public void Measure_ByTheOtherDivisor_IsScaledByIt()
    {
        // Equal means, and covariances that are multiples: the traces scale with (n − 1) / n, and the means stay.
        float[] narrow = [-1, 1, -1, 1], wide = [-3, 3, -3, 3];

        // Variances 4/3 and 12 by n − 1, and 1 and 9 by n: (√12 − √(4/3))² = 16/3 and (3 − 1)² = 4.
        Assert.AreEqual(16 / 3.0, Measured(narrow, wide, 1).Value, 1e-12);
        Assert.AreEqual(4, Measured(narrow, wide, 1, metric: new() { Ddof = 0 }).Value, 1e-12);
    }

    [TestMethod]
    public void Ddof_OfTwo_IsRefused() => Assert.AreEqual("Ddof",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new FrechetInceptionDistance { Ddof = 2 }).ParamName);

    private static Score Measured(float[] real, float[] generated, int dimension, string network = "n",
        FrechetInceptionDistance? metric = null, string weights = "") =>
        Assert.ContainsSingle((metric ?? new()).Measure(Compared.Features(real, generated, dimension, network, weights: weights)));
}
