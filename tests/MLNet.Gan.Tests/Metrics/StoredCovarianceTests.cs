using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Covariances that a file of statistics can and cannot have.</summary>
[TestClass]
public sealed class StoredCovarianceTests : IDisposable
{
    private readonly StatisticsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Load_OfAMeanWhoseSquareIsInfinite_IsRefused() => _folder.AssertRefused(
        StatisticsFolder.Npz([1e200, 0], [2], [1, 0, 0, 1]), "holds no statistics: The mean or the covariance holds a value so large that no distance can be computed.");

    [TestMethod]
    [DataRow(1.0005, true)]   // The eigenvalues are 1 ± c.
    [DataRow(1.002, false)]
    [DataRow(-1.0005, true)]
    [DataRow(-2, false)]
    public void Load_OfACovarianceWithANegativeEigenvalue_IsRefused(double between, bool isGood)
    {
        var file = StatisticsFolder.Npz([0, 0], [2], [1, between, between, 1]);

        if (isGood)
            Assert.AreEqual(between, StoredStatistics.Load(_folder.Write(file)).Statistics.Covariance()[1]);
        else
            _folder.AssertRefused(file, "has a negative eigenvalue, which no data have");
    }

    [TestMethod]
    public void Load_OfCovariancesBetweenConstants_IsRefused() =>
        _folder.AssertRefused(StatisticsFolder.Npz([0, 0], [2], [0, 1, 1, 0]), "has a negative eigenvalue, which no data have");

    [TestMethod]
    [DataRow(2)]
    [DataRow(30)]
    [DataRow(400)]
    public void Load_OfRoundedStatisticsOfFewSamples_ReadsThem(int count)
    {
        // Of rank below 200, with eigenvalues around ±1e-7 in the place of zeros, for features whose scales fall over six decades.
        const int size = 200;
        var random = new Random(count);
        var statistics = new FeatureStatistics(size);
        for (var row = 0; row < count; row++)
        {
            var common = random.NextSingle();
            statistics.Add([.. Enumerable.Range(0, size).Select(i => (common + 0.1f * random.NextSingle()) * MathF.Pow(10, -6f * i / size))]);
        }

        double[] rounded = [.. statistics.Covariance().Select(value => (double)(float)value)];

        CollectionAssert.AreEqual(
            rounded, StoredStatistics.Load(_folder.Write(StatisticsFolder.Npz(statistics.Mean(), [size], rounded))).Statistics.Covariance());
    }
}
