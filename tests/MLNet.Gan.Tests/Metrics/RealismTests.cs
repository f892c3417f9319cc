using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class RealismTests
{
    // k 1. Radii 1, 1, 2, 2, 100 of the real points, with the median 2: the ball of 112 does not count.
    private static readonly float[] Real = [0, 1, 10, 12, 112];

    [TestMethod]
    public void Of_PointsOnALine_IsTheLargestRatio()
    {
        var (real, generated) = Sets(Real, [0.5f, 3, 13, 212, 10]);

        double[] scores = Realism.Of(real, generated, neighborCount: 1);

        // 1 / 0.5; 1 / 2 of point 1, more than 2 / 7 of point 10; 2 / 1; 2 / 200 of point 12; a copy.
        Statistics.AreClose([2, 0.5, 2, 0.01, double.PositiveInfinity], scores, 1e-12);
    }

    [TestMethod]
    public void Measure_LeavesCopiesOutOfTheMean()
    {
        var score = Measured(Real, [0.5f, 3, 10]);

        Assert.AreEqual("realism", score.Name);
        Assert.AreEqual((2 + 0.5) / 2, score.Value, 1e-12);
        Assert.AreEqual("k 1", score.Protocol.Settings);
        var warning = Assert.ContainsSingle(score.Warnings.Where(warning => warning.Code == ScoreWarning.Copies));
        StringAssert.StartsWith(warning.Message, "1 of 3 generated samples have exactly the features of a real sample");
    }

    [TestMethod]
    public void Measure_OfNothingButCopies_IsInfinite() =>
        Assert.AreEqual(double.PositiveInfinity, Measured(Real, [10, 1]).Value);

    [TestMethod]
    public void Measure_WithoutCopies_DoesNotWarnOfThem() =>
        Assert.IsFalse(Measured(Real, [3, 4]).Warnings.Any(warning => warning.Code == ScoreWarning.Copies));

    [TestMethod]
    public void Of_TooFewRealSamples_IsRefused()
    {
        var (real, generated) = Sets([1, 2, 3], [1]);

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => Realism.Of(real, generated));

        StringAssert.Contains(error.Message, "at least 4 of them");
    }

    private static Score Measured(float[] real, float[] generated) => Assert.ContainsSingle(
        new Realism { NeighborCount = 1 }.Measure(Compared.Features(real, generated, 1)));

    private static (FeatureSet Real, FeatureSet Generated) Sets(float[] real, float[] generated)
    {
        var comparison = Compared.Features(real, generated, 1);
        return (comparison.Real, comparison.Generated);
    }
}
