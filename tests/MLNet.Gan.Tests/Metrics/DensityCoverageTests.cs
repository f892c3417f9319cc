using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class DensityCoverageTests
{
    [TestMethod]
    [DataRow(false, 2, 2)]
    [DataRow(true, 4, 3)]
    public void Measure_OfPointsOnALine_IsTheCountByHand(bool countsTies, int hits, int covered)
    {
        // k 1. Balls 0 ± 1, 1 ± 1, 10 ± 2, 12 ± 2. Inside: 0.5 in the first and in the second. On borders: 2 of the
        // second, 8 of the third. Without ties two hits in two balls; with them four hits in three balls.
        var (density, coverage) = Measured([0, 1, 10, 12], [0.5f, 2, 8], countsTies, 1);

        Assert.AreEqual(hits / 3.0, density, 1e-15);
        Assert.AreEqual(covered / 4.0, coverage);
    }

    [TestMethod]
    public void Measure_OfEqualSetsOfRepeatedSamples_DependsOnTies()
    {
        // Three copies of each point and k 2: all balls have the radius 0 (naver's prdc, issue 7).
        float[] samples = [.. Enumerable.Repeat(Samples.Plain(1, 30, 4), 3).SelectMany(rows => rows)];

        Assert.AreEqual((0.0, 0.0), Measured(samples, samples, countsTies: false, 2, 4));
        Assert.AreEqual((1.5, 1.0), Measured(samples, samples, countsTies: true, 2, 4)); // 3 hits a ball, k 2.
    }

    [TestMethod]
    public void Measure_OfEqualSets_CoversAll()
    {
        var samples = Samples.Plain(1, 250, 3);

        Assert.AreEqual(1, Measured(samples, samples, countsTies: true, 5, 3).Coverage);
    }

    [TestMethod]
    public void Measure_OfSetsFarApart_IsZero() =>
        Assert.AreEqual((0.0, 0.0), Measured([0, 1, 2, 3], [100, 101, 102], countsTies: true, 3));

    [TestMethod]
    public void Measure_OfOneGeneratedSampleAtADenseSpot_CanExceedOne()
    {
        // k 1: 0 lies in the balls of −1, 1 and 0.5, of radius 1.5, 0.5 and 0.5: in the first only.
        // k 2: radii 2, 2 and 1.5: in all three, 3 / 2.
        Assert.AreEqual(1, Measured([-1, 1, 0.5f], [0], countsTies: false, 1).Density);
        Assert.AreEqual(1.5, Measured([-1, 1, 0.5f], [0], countsTies: false, 2).Density);
    }

    [TestMethod]
    public void Measure_OfTooFewRealSamples_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => Measured(new float[5], new float[9], false, 5)).Message,
        "Neighbor 5 of each of the real samples needs at least 6 of them, but there are 5");

    [TestMethod]
    public void Measure_SaysInTheProtocolWhetherTiesCount()
    {
        Comparison comparison = Compared.Features(new float[9], new float[3], 1);

        foreach (var score in new DensityCoverage().Measure(comparison))
            Assert.AreEqual("k 5, ties do not count", score.Protocol.Settings);
        foreach (var score in new DensityCoverage { CountsTies = true, NeighborCount = 2 }.Measure(comparison))
            Assert.AreEqual("k 2, ties count", score.Protocol.Settings);
    }

    private static (double Density, double Coverage) Measured(
        float[] real, float[] generated, bool countsTies, int k, int dimension = 1)
    {
        Score[] scores = [.. new DensityCoverage { NeighborCount = k, CountsTies = countsTies }
            .Measure(Compared.Features(real, generated, dimension))];
        CollectionAssert.AreEqual(new[] { "density", "coverage" }, scores.Select(score => score.Name).ToArray());
        return (scores[0].Value, scores[1].Value);
    }
}
