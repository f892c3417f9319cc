using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>Short ways to statistics for tests.</summary>
internal static class Statistics
{
    public static FeatureStatistics Of(float[] features, int columns)
    {
        var statistics = new FeatureStatistics(columns);
        statistics.Add(features);
        return statistics;
    }

    /// <summary>Statistics with this mean, and a diagonal covariance of these standard deviations.</summary>
    public static FeatureStatistics Gaussian(double[] mean, double[] deviations)
    {
        var covariance = new double[mean.Length * mean.Length];
        for (var i = 0; i < mean.Length; i++)
            covariance[i * mean.Length + i] = deviations[i] * deviations[i];
        return FeatureStatistics.FromMoments(1000, mean, covariance);
    }

    public static void AreClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.AreEqual(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], actual[i], tolerance, $"Element {i} differs.");
    }
}
