using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class FeatureStatisticsTests
{
    // Means 2 and 4; deviations (-1, -4), (0, 2), (1, 2): sums of products 2, 6 and 24.
    private static readonly float[] ThreeRows = [1, 0, 2, 6, 3, 6];

    [TestMethod]
    public void Mean_OfThreeRows_IsTheirMean() =>
        Statistics.AreClose([2, 4], Statistics.Of(ThreeRows, 2).Mean(), 1e-15);

    [TestMethod]
    public void Covariance_ByDefault_DividesByCountLessOne() =>
        Statistics.AreClose([1, 3, 3, 12], Statistics.Of(ThreeRows, 2).Covariance(), 1e-14);

    [TestMethod]
    public void Covariance_WithDdofZero_DividesByCount() =>
        Statistics.AreClose([2 / 3.0, 2, 2, 8], Statistics.Of(ThreeRows, 2).Covariance(ddof: 0), 1e-14);

    [TestMethod]
    public void Covariance_OfManyRows_IsThatOfTheTwoPassFormula()
    {
        const int Rows = 700, Columns = 19;
        var x = new Samples(1, Rows, 5, 1, 0.5, 1).Features(Columns);
        int[] rows = [.. Enumerable.Range(0, Rows)], columns = [.. Enumerable.Range(0, Columns)];
        double[] mean = [.. columns.Select(j => rows.Average(i => (double)x[i * Columns + j]))];
        double Deviation(int row, int column) => x[row * Columns + column] - mean[column];
        double[] expected = [.. from j in columns
                                from k in columns
                                select rows.Sum(i => Deviation(i, j) * Deviation(i, k)) / (Rows - 1)];

        Statistics.AreClose(expected, Statistics.Of(x, Columns).Covariance(), 1e-13);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(255)]
    [DataRow(256)]
    [DataRow(600)]
    public void Add_InPiecesOfAnySize_GivesTheSameBits(int rowsAtOnce)
    {
        var features = Samples.Plain(2, 1000, 6);
        var pieces = new FeatureStatistics(6);
        foreach (var piece in features.Chunk(rowsAtOnce * 6))
        {
            pieces.Add(piece);
            _ = pieces.Mean();   // Reading changes nothing.
            _ = pieces.Covariance(ddof: 0);
        }

        CollectionAssert.AreEqual(Statistics.Of(features, 6).Covariance(), pieces.Covariance());
        CollectionAssert.AreEqual(Statistics.Of(features, 6).Mean(), pieces.Mean());
        Assert.AreEqual(1000, pieces.Count);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(255)]
    [DataRow(510)]
    [DataRow(899)]
    [DataRow(1000)]
    public void Merge_OfTwoParts_IsOnePass(int rowsOfFirst)
    {
        var features = new Samples(3, 1000, 10, 1, 0.5, 1).Features(6);
        var (first, second) = (new FeatureStatistics(6), new FeatureStatistics(6));
        first.Add(features.AsSpan(0, rowsOfFirst * 6));
        second.Add(features.AsSpan(rowsOfFirst * 6));

        first.Merge(second);

        var whole = Statistics.Of(features, 6);
        Assert.AreEqual(1000, first.Count);
        Assert.AreEqual(1000 - rowsOfFirst, second.Count);
        Statistics.AreClose(whole.Mean(), first.Mean(), 1e-13);
        Statistics.AreClose(whole.Covariance(), first.Covariance(), 1e-13);
    }

    [TestMethod]
    public void Merge_WithItself_CountsEveryRowTwice()
    {
        var statistics = Statistics.Of(ThreeRows, 2);

        statistics.Merge(statistics);

        Assert.AreEqual(6, statistics.Count);
        Statistics.AreClose([2, 4], statistics.Mean(), 1e-15);
        Statistics.AreClose([2 / 3.0, 2, 2, 8], statistics.Covariance(ddof: 0), 1e-14);
    }

    [TestMethod]
    public void Add_AfterMerge_GoesOn()
    {
        var statistics = Statistics.Of(ThreeRows[..2], 2);
        statistics.Merge(Statistics.Of(ThreeRows[2..4], 2));
        statistics.Add(ThreeRows.AsSpan(4));

        Statistics.AreClose([1, 3, 3, 12], statistics.Covariance(), 1e-14);
    }

    [TestMethod]
    public void Covariance_FarFromZero_IsTheSame()
    {
        // Sixteenths, so that adding a million is exact in float32. A mean near a million is good to 1e-10.
        float[] near = [.. Samples.Plain(4, 2000, 5).Select(value => MathF.Round(value * 16) / 16)];
        float[] far = [.. near.Select(value => value + 1e6f)];

        Statistics.AreClose(Statistics.Of(near, 5).Covariance(), Statistics.Of(far, 5).Covariance(), 2e-11);
    }

    [TestMethod]
    public void Covariance_OfConstantFeature_IsExactlyZero()
    {
        float[] features = [.. Samples.Plain(5, 1001, 2).Select((value, i) => i % 2 == 0 ? 0.1f : value)];

        var covariance = Statistics.Of(features, 2).Covariance();

        CollectionAssert.AreEqual(new[] { 0.0, 0, 0 }, covariance[..3]);
        Assert.AreEqual(1, covariance[3], 0.2);   // Of standard normals.
    }

    [TestMethod]
    public void FromMoments_GivesBackWhatItWasGiven()
    {
        var statistics = FeatureStatistics.FromMoments(10, [1, 2], [4, 1, 1, 9]);

        Assert.AreEqual(10, statistics.Count);
        CollectionAssert.AreEqual(new[] { 1.0, 2 }, statistics.Mean());
        CollectionAssert.AreEqual(new[] { 4.0, 1, 1, 9 }, statistics.Covariance());
        Statistics.AreClose([3.6, 0.9, 0.9, 8.1], statistics.Covariance(ddof: 0), 1e-15);
    }

    [TestMethod]
    [DataRow(float.NaN, "NaN")]
    [DataRow(float.PositiveInfinity, "Infinity")]
    [DataRow(float.NegativeInfinity, "-Infinity")]
    public void Add_OfNotFinite_NamesRowAndColumnAndTakesNothing(float bad, string text)
    {
        var statistics = Statistics.Of(new float[300 * 3], 3);
        var features = new float[100 * 3];
        features[50 * 3 + 2] = bad;

        var exception = Assert.ThrowsExactly<ArgumentException>(() => statistics.Add(features));

        StringAssert.Contains(exception.Message, $"Row 350, column 2 of the features is {text}.");
        Assert.AreEqual("features", exception.ParamName);
        Assert.AreEqual(300, statistics.Count);
    }

    [TestMethod]
    public void Add_OfBrokenRow_SaysSo()
    {
        var exception = Assert.ThrowsExactly<ArgumentException>(() => new FeatureStatistics(3).Add(new float[7]));

        StringAssert.Contains(exception.Message, "7 values, which are no whole number of rows of 3");
    }

    [TestMethod]
    public void Merge_OfOtherDimension_SaysSo()
    {
        var exception = Assert.ThrowsExactly<ArgumentException>(() => new FeatureStatistics(3).Merge(new(4)));

        StringAssert.Contains(exception.Message, "Statistics of 4 features cannot be merged with statistics of 3");
    }

    [TestMethod]
    public void Covariance_OfOneRow_NeedsDdofZero()
    {
        var statistics = Statistics.Of([1, 2], 2);

        var exception = Assert.ThrowsExactly<InvalidOperationException>(() => statistics.Covariance());

        StringAssert.Contains(exception.Message, "needs more than 1 rows, but there are 1");
        CollectionAssert.AreEqual(new double[4], statistics.Covariance(ddof: 0));
    }

    [TestMethod]
    public void Covariance_OfUnknownDdof_IsRefused() =>
        Assert.AreEqual("ddof", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Statistics.Of(ThreeRows, 2).Covariance(ddof: 2)).ParamName);

    [TestMethod]
    public void Mean_OfNothing_IsRefused() =>
        Assert.ThrowsExactly<InvalidOperationException>(() => new FeatureStatistics(2).Mean());

    [TestMethod]
    public void Constructor_WithoutFeatures_IsRefused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new FeatureStatistics(0));

    [TestMethod]
    [DataRow(5L, 2, 3, DisplayName = "covariance of wrong size")]
    [DataRow(1L, 2, 4, DisplayName = "too few rows")]
    [DataRow(5L, 0, 0, DisplayName = "no features")]
    public void FromMoments_ThatDoNotFit_AreRefused(long count, int means, int covariances) =>
        Assert.Throws<ArgumentException>(
            () => FeatureStatistics.FromMoments(count, new double[means], new double[covariances]));

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(-1.0)]
    public void FromMoments_OfImpossibleVariance_AreRefused(double variance) =>
        Assert.ThrowsExactly<ArgumentException>(() => FeatureStatistics.FromMoments(5, [0], [variance]));
}
