using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Distances that are known in closed form, and what must not change them.</summary>
[TestClass]
public sealed class FrechetDistanceTests
{
    [TestMethod]
    [DataRow(0, 1, 3, 1, 9, DisplayName = "means 3 apart")]
    [DataRow(0, 2, 0, 5, 9, DisplayName = "deviations 3 apart")]
    [DataRow(1, 2, -1, 3, 5, DisplayName = "both")]
    [DataRow(0, 0, 2, 3, 13, DisplayName = "a point: 2² + 3²")]
    [DataRow(0, 0, 2, 0, 4, DisplayName = "two points")]
    public void Between_Gaussians1D_IsSquaresOfDifferences(
        double mean, double deviation, double otherMean, double otherDeviation, double expected)
    {
        var (one, other) = (Statistics.Gaussian([mean], [deviation]), Statistics.Gaussian([otherMean], [otherDeviation]));

        Assert.AreEqual(expected, FrechetDistance.Between(one, other), 1e-12);
        Assert.AreEqual(expected, FrechetDistance.Between(other, one), 1e-12);
    }

    [TestMethod]
    public void Between_DiagonalCovariances_IsSumOverFeatures()
    {
        // 1 + 4 + 9 for the means; (2−1)², (3−3)², (0−5)² for the deviations.
        var distance = FrechetDistance.Between(
            Statistics.Gaussian([0, 0, 0], [2, 3, 0]), Statistics.Gaussian([1, 2, 3], [1, 3, 5]));

        Assert.AreEqual(14 + 26, distance, 1e-11);
    }

    [TestMethod]
    public void Between_CommutingCovariances_IsSumOverCommonAxes()
    {
        // [[a, b], [b, a]] has the axes (1, 1) and (1, −1) with variances a + b and a − b: here 9 and 1, and 25 and 9.
        var distance = FrechetDistance.Between(
            FeatureStatistics.FromMoments(9, [0, 0], [5, 4, 4, 5]),
            FeatureStatistics.FromMoments(9, [0, 0], [17, 8, 8, 17]));

        Assert.AreEqual((5 - 3) * (5 - 3) + (3 - 1) * (3 - 1), distance, 1e-12);
    }

    [TestMethod]
    public void Between_FeaturesOfVeryDifferentScale_KeepsTheSmall()
    {
        // (1 − 1)² + (1e-9 − 1)², of which 2e-9 would be lost if the small deviation counted as none.
        var distance = FrechetDistance.Between(
            Statistics.Gaussian([0, 0], [1, 1e-9]), Statistics.Gaussian([0, 0], [1, 1]));

        Assert.AreEqual((1 - 1e-9) * (1 - 1e-9), distance, 1e-14);
    }

    [TestMethod]
    [DataRow(300, 1)]
    [DataRow(300, 2)]
    [DataRow(300, 64)]
    [DataRow(20, 64, DisplayName = "fewer rows than features")]
    [DataRow(700, 300)]
    public void Between_EqualSets_IsZero(int rows, int columns)
    {
        var features = new Samples(1, rows, 1, 1, 0.5, 1).Features(columns);
        var statistics = Statistics.Of(features, columns);
        var trace = Enumerable.Range(0, columns).Sum(i => statistics.Covariance()[i * columns + i]);

        Assert.AreEqual(0, FrechetDistance.Between(statistics, Statistics.Of(features, columns)), 1e-9 * trace);
    }

    [TestMethod]
    public void Between_ScaledFeatures_IsScaledBySquare()
    {
        var (a, b) = (Samples.Plain(2, 200, 10), Samples.Plain(3, 100, 10));
        var expected = FrechetDistance.Between(Statistics.Of(a, 10), Statistics.Of(b, 10));
        foreach (var exponent in new[] { -40, -3, 5, 60 })
        {
            var factor = MathF.ScaleB(1, exponent);
            float[] ScaleAll(float[] values) => [.. values.Select(value => value * factor)];
            var scaled = FrechetDistance.Between(Statistics.Of(ScaleAll(a), 10), Statistics.Of(ScaleAll(b), 10));

            Assert.AreEqual(expected, Math.ScaleB(scaled, -2 * exponent), 1e-10 * expected);
        }
    }

    [TestMethod]
    public void Between_SetAndItsDouble_IsTraceOfCovariance()
    {
        // Σ₂ = 4Σ₁, so the distance is (2 − 1)² tr Σ₁ + ‖μ₁‖², whatever Σ₁ is.
        var features = Samples.Plain(4, 30, 50);
        var (one, two) = (Statistics.Of(features, 50), Statistics.Of([.. features.Select(value => 2 * value)], 50));
        var expected = one.Mean().Sum(m => m * m) + Enumerable.Range(0, 50).Sum(i => one.Covariance()[i * 51]);

        Assert.AreEqual(expected, FrechetDistance.Between(one, two), 1e-8 * expected);
    }

    [TestMethod]
    public void Between_ConstantFeatures_IsSquareOfDistance()
    {
        float[] ones = [.. Enumerable.Repeat(1f, 12)], threes = [.. Enumerable.Repeat(3f, 12)];

        Assert.AreEqual(3 * 4, FrechetDistance.Between(Statistics.Of(ones, 3), Statistics.Of(threes, 3)), 1e-12);
    }

    [TestMethod]
    public void Between_SwappedSets_IsTheSame()
    {
        var (a, b) = (Statistics.Of(Samples.Plain(5, 40, 60), 60), Statistics.Of(Samples.Plain(6, 500, 60), 60));

        var expected = FrechetDistance.Between(a, b);

        Assert.AreEqual(expected, FrechetDistance.Between(b, a), 1e-12 * expected);
    }

    [TestMethod]
    public void Between_RowsInOtherOrder_IsTheSame()
    {
        var (a, b) = (Samples.Plain(7, 400, 12), Statistics.Of(Samples.Plain(8, 400, 12), 12));
        float[] reversed = [.. a.Chunk(12).Reverse().SelectMany(row => row)];

        var expected = FrechetDistance.Between(Statistics.Of(a, 12), b);

        Assert.AreEqual(expected, FrechetDistance.Between(Statistics.Of(reversed, 12), b), 1e-11 * expected);
    }

    [TestMethod]
    public void Between_BothFarFromZero_IsTheSame()
    {
        float[] Sixteenths(ulong seed) => [.. Samples.Plain(seed, 500, 8).Select(value => MathF.Round(value * 16) / 16)];
        float[] Far(float[] near) => [.. near.Select(value => value + 1e6f)];
        var (a, b) = (Sixteenths(9), Sixteenths(10));

        var expected = FrechetDistance.Between(Statistics.Of(a, 8), Statistics.Of(b, 8));

        var distance = FrechetDistance.Between(Statistics.Of(Far(a), 8), Statistics.Of(Far(b), 8));
        Assert.AreEqual(expected, distance, 1e-8 * expected);
    }

    [TestMethod]
    public void Between_WithDdofZero_UsesPopulationCovariances()
    {
        // Deviations ±1 and ±2 of two rows: 1 and 2 with ddof 0, √2 and √8 with ddof 1.
        var (a, b) = (Statistics.Of([-1, 1], 1), Statistics.Of([-2, 2], 1));

        Assert.AreEqual(1, FrechetDistance.Between(a, b, ddof: 0), 1e-14);
        Assert.AreEqual(2, FrechetDistance.Between(a, b), 1e-14);
    }

    [TestMethod]
    public void Between_OneRow_IsRefused()
    {
        var exception = Assert.ThrowsExactly<ArgumentException>(
            () => FrechetDistance.Between(Statistics.Of([1, 2], 1), Statistics.Of([1], 1)));

        Assert.AreEqual("second", exception.ParamName);
        StringAssert.Contains(exception.Message, "A distance needs at least 2 samples on each side, but second has 1.");
    }

    [TestMethod]
    public void Between_OtherDimensions_IsRefused()
    {
        var exception = Assert.ThrowsExactly<ArgumentException>(
            () => FrechetDistance.Between(Statistics.Of([1, 2], 1), Statistics.Of([1, 2, 3, 4], 2)));

        StringAssert.Contains(exception.Message, "first has 1 features and second has 2");
    }
}
