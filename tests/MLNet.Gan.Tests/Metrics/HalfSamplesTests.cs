using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class HalfSamplesTests
{
    [TestMethod]
    public void Measure_OfAMean_HasTheDeviationOfTheMean()
    {
        // The difference of two means of n standard normals deviates by √(2/n), here 0.05.
        const int Count = 800;
        var widths = Enumerable.Range(1, 20).Select(seed =>
        {
            var comparison = Compared.Features(
                Samples.Plain((ulong)seed, Count, 1), Samples.Plain((ulong)(100 + seed), Count, 1), 1, seed: seed);
            var score = HalfSamples.Measure([new MeanDifference()], comparison, 60, 0.95).Single();
            var interval = score.Interval!;
            Assert.AreEqual(score.Value, (interval.Low + interval.High) / 2, 1e-9);
            Assert.AreEqual(0.95, interval.Level);
            return (interval.High - interval.Low) / 2;
        });

        // 1.96 deviations; 20 widths of 60 halves each are known to 2 %.
        Assert.AreEqual(1.959964 * 0.05, widths.Average(), 0.06 * 1.96 * 0.05);
    }

    [TestMethod]
    public void Measure_OfTheSameSeed_IsTheSame()
    {
        var comparison = Compared.Features(Samples.Plain(1, 50, 2), Samples.Plain(2, 50, 2), 2, seed: 4);

        Assert.AreEqual(Interval(), Interval());
        Assert.AreNotEqual(Interval(), Interval(0.5));

        ConfidenceInterval? Interval(double level = 0.9) =>
            HalfSamples.Measure([new FrechetInceptionDistance()], comparison, 5, level).Single().Interval;
    }

    [TestMethod]
    public void Measure_WithoutHalvings_HasNoInterval() => Assert.IsNull(HalfSamples.Measure(
        [new MeanDifference()], Compared.Features([1, 2], [3, 4], 1), 0, 0.95).Single().Interval);

    [TestMethod]
    public void Measure_OfTooFewSamples_IsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<InvalidOperationException>(() => HalfSamples.Measure(
            [new MeanDifference()], Compared.Features([1, 2, 3], [3, 4, 5, 6], 1), 3, 0.95)).Message,
        "there are 3 real and 4 generated ones");

    private sealed record MeanDifference : IMetric
    {
        public Evidence Needs => Evidence.Features;

        public IEnumerable<Score> Measure(Comparison comparison) =>
            [comparison.Score("difference", Mean(comparison.Generated) - Mean(comparison.Real))];

        private static double Mean(FeatureSet set) => set.Features.ToArray().Average(value => (double)value);
    }
}
