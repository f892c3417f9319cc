using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Metrics;

/// <summary>What every metric must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class MetricContractTests
{
    private const Evidence All = Evidence.Moments | Evidence.Features | Evidence.Logits;
    private const int Count = 1200, Dimension = 4, Classes = 3;

    public static IEnumerable<object[]> Metrics => Implementations.Of<IMetric>();

    [TestMethod]
    [DynamicData(nameof(Metrics))]
    public void Measure_OfTheEvidenceItNeeds_GivesFiniteScoresWithTheProtocol(IMetric metric)
    {
        var comparison = Comparison(metric.Needs);

        Score[] scores = [.. metric.Measure(comparison)];

        Assert.IsNotEmpty(scores);
        Assert.AreEqual(scores.Length, scores.Select(score => score.Name).Distinct().Count());
        foreach (var score in scores)
        {
            Assert.IsTrue(double.IsFinite(score.Value), score.ToString());
            Assert.AreEqual(comparison.Protocol, score.Protocol with { Settings = "" });
        }
    }

    [TestMethod]
    [DynamicData(nameof(Metrics))]
    public void Measure_WithoutAPieceOfEvidenceItNeeds_IsRefused(IMetric metric)
    {
        foreach (var piece in Enum.GetValues<Evidence>().Where(piece => piece != 0 && metric.Needs.HasFlag(piece)))
            Assert.ThrowsExactly<InvalidOperationException>(
                () => metric.Measure(Comparison(All & ~piece)).ToArray(), $"{metric} does not need {piece}.");
    }

    [TestMethod]
    [DynamicData(nameof(Metrics))]
    public void Measure_OnOneThreadOrMany_IsTheSame(IMetric metric)
    {
        double[] Values() => [.. metric.Measure(Comparison(All)).Select(score => score.Value)];
        var oneThread = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;

        var alone = Task.Factory.StartNew(Values, CancellationToken.None, TaskCreationOptions.None, oneThread).Result;

        CollectionAssert.AreEqual(alone, Values());
    }

    private static Comparison Comparison(Evidence evidence)
    {
        var (real, generated) = (Set(1, evidence), Set(2, evidence));
        return new(real, generated, new("n", "", "", Count, Count) { Seed = 5 });
    }

    private static FeatureSet Set(ulong seed, Evidence evidence)
    {
        var set = new FeatureSet(Dimension, Classes, evidence);
        set.Add(Samples.Plain(seed, Count, Dimension),
            evidence.HasFlag(Evidence.Logits) ? Samples.Plain(seed + 2, Count, Classes) : []);
        return set;
    }
}
