using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class PairDistancesTests
{
    [TestMethod]
    [DataRow(1, 1, 1, 0, 1)]
    [DataRow(5, 3, 2, 0, 1)]
    [DataRow(200, 390, 3, 10_000, 1, DisplayName = "far from zero")]
    [DataRow(30, 200, 300, 0, 1, DisplayName = "several blocks of features")]
    [DataRow(20, 20, 7, 0, 1e-30, DisplayName = "small")]
    [DataRow(20, 20, 7, 0, 1e-44, DisplayName = "denormal")]
    [DataRow(20, 20, 7, 1, 1e30, DisplayName = "large")]
    [DataRow(20, 20, 7, 0, 0, DisplayName = "all equal")]
    public void Visit_Between_ShowsEachPairOnceWithBounds(
        int rows, int columns, int dimension, double shift, double scale)
    {
        float[] x = Values(1, rows, dimension, shift, scale), y = Values(2, columns, dimension, shift, scale);
        var seen = new int[rows * columns];
        var distances = PairDistances.Between(Set(x, dimension), Set(y, dimension));

        distances.Visit((row, first, lowest) =>
        {
            for (var i = 0; i < lowest.Length; i++)
            {
                var (column, expected) = (first + i, SquaredDistance(x, row, y, first + i, dimension));
                seen[row * columns + column]++;
                Assert.AreEqual(expected, distances.Exact(row, column), 1e-13 * expected);
                Assert.IsTrue(lowest[i] <= expected, $"{lowest[i]} > {expected}");
                Assert.IsTrue(
                    expected <= lowest[i] + distances.Slack(row, column), $"{lowest[i]} is too far from {expected}");
            }
        });

        Assert.IsTrue(seen.All(count => count == 1));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(25)]
    [DataRow(400)]
    public void Visit_Within_ShowsEachPairOnceWithTheColumnAboveTheRow(int count)
    {
        var x = Values(1, count, 5, 0, 1);
        var seen = new int[count * count];
        var distances = PairDistances.Within(Set(x, 5));

        distances.Visit((row, first, lowest) =>
        {
            for (var i = 0; i < lowest.Length; i++)
            {
                seen[row * count + first + i]++;
                var expected = SquaredDistance(x, row, x, first + i, 5);
                Assert.AreEqual(expected, lowest[i] + distances.Slack(row, first + i) / 2, 1e-4);
            }
        });

        for (var i = 0; i < seen.Length; i++)
            Assert.AreEqual(i % count > i / count ? 1 : 0, seen[i]);
    }

    [TestMethod]
    public void Slack_OfOrdinaryFeatures_IsSmall()
    {
        // Otherwise everything would still be right, but slow.
        var distances = PairDistances.Between(
            Set(Values(1, 50, 300, 500, 1), 300), Set(Values(2, 50, 300, 500, 1), 300));

        distances.Visit((row, first, lowest) =>
        {
            for (var i = 0; i < lowest.Length; i++)
                Assert.IsTrue(distances.Slack(row, first + i) < 1e-4 * lowest[i]);
        });
    }

    [TestMethod]
    public void Visit_BetweenASetAndItself_ShowsAllPairs()
    {
        var set = Set([1, 2, 4], 1);
        var pairs = 0;

        PairDistances.Between(set, set).Visit((_, _, lowest) => pairs += lowest.Length);

        Assert.AreEqual(9, pairs);
    }

    [TestMethod]
    public void Exact_OfNearDuplicates_IsTheirDistance()
    {
        // Far from zero, next to each other: 2⁻¹⁰ in each of four features, and exactly equal.
        var (value, next) = (10_000f, 10_000f + MathF.ScaleB(1, -10));
        var distances = PairDistances.Within(Set([value, value, value, value, next, next, next, next], 4));

        Assert.AreEqual(4 * Math.ScaleB(1, -20), distances.Exact(0, 1));
        Assert.AreEqual(0, distances.Exact(1, 1));
    }

    [TestMethod]
    [DataRow(3.9, false, false)]
    [DataRow(4, true, false)]
    [DataRow(4.1, true, true)]
    public void IsWithin_AtTheBorder_DependsOnTies(double squaredRadius, bool withTies, bool withoutTies)
    {
        // 1 and 3 are at 4, whatever the bounds say.
        var distances = PairDistances.Between(Set([1], 1), Set([3], 1));

        foreach (var lowest in new[] { 4, 4 - distances.Slack(0, 0) / 2 })
        {
            Assert.AreEqual(withTies, distances.IsWithin(0, 0, lowest, squaredRadius, countsTies: true));
            Assert.AreEqual(withoutTies, distances.IsWithin(0, 0, lowest, squaredRadius, countsTies: false));
        }
    }

    [TestMethod]
    public void Between_SetsOfOtherFeatures_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => PairDistances.Between(Set([1], 1), Set([1, 2], 2))).Message,
        "Samples of 1 features have no distance from samples of 2");

    private static float[] Values(ulong seed, int rows, int columns, double shift, double scale) =>
        [.. Samples.Normals(seed).Take(rows * columns).Select(value => (float)((value + shift) * scale))];

    private static FeatureSet Set(float[] values, int dimension)
    {
        var set = new FeatureSet(dimension, evidence: Evidence.Features);
        set.Add(values);
        return set;
    }

    private static double SquaredDistance(float[] x, int row, float[] y, int column, int dimension) =>
        Enumerable.Range(0, dimension).Sum(i =>
        {
            var difference = (double)x[row * dimension + i] - y[column * dimension + i];
            return difference * difference;
        });
}
