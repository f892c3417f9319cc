using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tests.Tool;

/// <summary>The names of scores of features from files and folders.</summary>
[TestClass]
public sealed class FeatureComparisonTests
{
    [TestMethod]
    [DataRow("inception-2015-12-05", "6726825d", "FID", "Inception score")]
    [DataRow("inception-2015-12-05", "12345678", "Fréchet distance", "classifier score")]
    [DataRow("inception-v3", "6726825d", "Fréchet distance", "classifier score")]
    public void Measure_OfANetwork_NamesScoresByItsWeights(string network, string weights, string distance, string score)
    {
        var comparison = new FeatureComparison(Side(network, weights), Side(network, weights));

        var names = comparison.Measure([new FrechetInceptionDistance(), new InceptionScore { Splits = 1 }], seed: 0).Select(one => one.Name);

        CollectionAssert.AreEqual(new[] { distance, score }, names.ToArray());
    }

    private static FeatureSource Side(string network, string weights)
    {
        var set = new FeatureSet(2, classes: 2, Evidence.Moments | Evidence.Logits);
        set.Add([0, 0, 1, 0, 0, 1], [1, 0, 0, 1, 1, 0]);
        return new("side", set, new(network, weights, "tensorflow", 3, 3), IsCountKnown: true);
    }
}
