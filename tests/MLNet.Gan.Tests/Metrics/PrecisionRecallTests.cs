using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class PrecisionRecallTests
{
    [TestMethod]
    public void Measure_OfPointsOnALine_IsTheCountByHand()
    {
        // k 1. Balls of real points: [-1, 1], [0, 2], [8, 12], [10, 14]. Of generated points: 1.5 ± 0.5, 2 ± 0.5,
        // 8 ± 1, 7 ± 1, 20 ± 12. So 1.5, 2 and 8 are precise, of which the last two lie on a border; of the real
        // points, 1 (border of [1, 2]), 10 and 12 (in [8, 32]) are recalled, and 0 is not.
        var scores = Measured([0, 1, 10, 12], [1.5f, 2, 8, 7, 20], 1);

        Assert.AreEqual(3 / 5.0, scores["precision"].Value);
        Assert.AreEqual(3 / 4.0, scores["recall"].Value);
        Assert.AreEqual(2 * 0.6 * 0.75 / (0.6 + 0.75), scores["F1"].Value, 1e-15);
    }

    [TestMethod]
    public void Measure_OfEqualSets_IsOne()
    {
        // Repeated more often than k too.
        float[] samples = [.. Enumerable.Repeat(Samples.Plain(1, 30, 4), 5).SelectMany(rows => rows)];

        foreach (var score in Measured(samples, samples, 3, 4).Values)
            Assert.AreEqual(1, score.Value);
    }

    [TestMethod]
    public void Measure_OfSetsFarApart_IsZero()
    {
        foreach (var score in Measured([0, 1, 2, 3], [100, 101, 102, 103], 3).Values)
            Assert.AreEqual(0, score.Value);
    }

    [TestMethod]
    public void Measure_OfPermutedSamples_IsTheSame()
    {
        var (real, generated) = (Samples.Plain(1, 250, 3), Samples.Plain(2, 210, 3));
        float[] Backwards(float[] rows) => [.. rows.Chunk(3).Reverse().SelectMany(row => row)];

        CollectionAssert.AreEqual(
            Measured(real, generated, 3, 3).Values.Select(score => score.Value).ToArray(),
            Measured(Backwards(real), Backwards(generated), 3, 3).Values.Select(score => score.Value).ToArray());
    }

    [TestMethod]
    public void Measure_CarriesItsSettingsAndTheCounts()
    {
        var recall = Measured([0, 1, 2], [0, 1], 1)["recall"];

        Assert.AreEqual("k 1", recall.Protocol.Settings);
        Assert.AreEqual((3L, 2L), (recall.Protocol.RealCount, recall.Protocol.GeneratedCount));
        Assert.AreEqual(2, recall.Warnings.Count(warning => warning.Code == ScoreWarning.FewSamples));
        StringAssert.Contains(recall.Warnings[1].Message, "with 2 generated samples instead of 10000");
    }

    [TestMethod]
    [DataRow(3, 9, "Neighbor 3 of each of the real samples needs at least 4 of them, but there are 3")]
    [DataRow(9, 3, "Neighbor 3 of each of the generated samples needs at least 4 of them, but there are 3")]
    public void Measure_OfTooFewSamples_IsRefused(int real, int generated, string message) => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(
            () => Measured(new float[real], new float[generated], 3)).Message,
        message);

    [TestMethod]
    public void NeighborCount_IsThreeAndPositive()
    {
        Assert.AreEqual(3, new PrecisionRecall().NeighborCount);
        Assert.AreEqual("NeighborCount", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new PrecisionRecall { NeighborCount = 0 }).ParamName);
    }

    private static Dictionary<string, Score> Measured(float[] real, float[] generated, int k, int dimension = 1) =>
        new PrecisionRecall { NeighborCount = k }.Measure(Compared.Features(real, generated, dimension))
            .ToDictionary(score => score.Name);
}
