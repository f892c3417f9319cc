using MLNet.Gan.Metrics;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class ScoringIntervalTests
{
    private static readonly ScoringOptions Network = new() { Features = new TwoFeatures() };

    [TestMethod]
    public void IsDue_OfAnExpensiveNetwork_KeepsScoringBelowATwentiethOfTheTime()
    {
        // A scoring takes 40 s, a step 1 s: 40 / (0.05 · 500) = 1.6 intervals of 500 steps, so 2. The first one measures it.
        var (clock, interval) = Measured(Network, seconds: 40);

        CollectionAssert.AreEqual(new long[] { 500, 1000, 2000, 3000 }, Due(interval, clock, 3000, scoring: 40));
        Assert.AreEqual(1000, interval.Steps);
    }

    [TestMethod]
    public void IsDue_OfACheapNetwork_IsEvery500Steps()
    {
        var (clock, interval) = Measured(Network, seconds: 25);

        CollectionAssert.AreEqual(new long[] { 500, 1000, 1500 }, Due(interval, clock, 1500, scoring: 25));
    }

    [TestMethod]
    public void IsDue_OfAGivenIntervalOrWithoutANetwork_DoesNotDependOnTheClock()
    {
        var (clock, interval) = Measured(Network with { Interval = 200 }, seconds: 1000);
        CollectionAssert.AreEqual(new long[] { 200, 400, 600 }, Due(interval, clock, 600, scoring: 1000));

        (clock, interval) = Measured(new(), seconds: 1000);
        CollectionAssert.AreEqual(new long[] { 500, 1000 }, Due(interval, clock, 1000, scoring: 1000));
    }

    [TestMethod]
    public void IsDue_ResumedShortlyBeforeTheFirst_MeasuresUpToTheSecond()
    {
        var (clock, interval) = Measured(Network, seconds: 40);

        CollectionAssert.AreEqual(new long[] { 1000, 2000 }, Due(interval, clock, 2500, scoring: 40, from: 450));
    }

    [TestMethod]
    public void IsDue_OfAVeryExpensiveNetwork_ScoresAQuarterOfTheRunApart()
    {
        var (clock, interval) = Measured(Network, seconds: 10_000);

        CollectionAssert.AreEqual(new long[] { 500, 2500, 5000, 7500, 10_000 }, Due(interval, clock, 10_000, scoring: 10_000));
    }

    [TestMethod]
    public void IsDue_ByAClockThatStands_IsEvery500Steps()
    {
        var interval = new ScoringInterval(Network, steps: 10_000, new SteppingClock());

        Assert.IsFalse(interval.IsDue(1));
        Assert.IsTrue(interval.IsDue(500));
        interval.Measure(() => 1);
        Assert.AreEqual(500, interval.Steps);
    }

    [TestMethod]
    public void Elapsed_IsTheTimeOfAllScorings()
    {
        var (clock, interval) = Measured(Network, seconds: 40);
        interval.Timed(() =>
        {
            Pass(clock, 2);
            return 0;
        });

        Assert.AreEqual(TimeSpan.FromSeconds(42), interval.Elapsed);
    }

    private static (SteppingClock Clock, ScoringInterval Interval) Measured(ScoringOptions options, int seconds)
    {
        var clock = new SteppingClock();
        var interval = new ScoringInterval(options, steps: 10_000, clock);
        interval.Measure(() =>
        {
            Pass(clock, seconds);
            return 1;
        });
        return (clock, interval);
    }

    private static void Pass(SteppingClock clock, int seconds)
    {
        for (var second = 0; second < seconds; second++)
            clock.Tick();
    }

    private static long[] Due(ScoringInterval interval, SteppingClock clock, long steps, int scoring, long from = 1)
    {
        List<long> due = [];
        for (var step = from; step <= steps; step++)
        {
            if (interval.IsDue(step))
            {
                due.Add(step);
                interval.Measure(() =>
                {
                    Pass(clock, scoring);
                    return 1;
                });
            }

            clock.Tick();
        }

        return [.. due];
    }

    private sealed class TwoFeatures : IFeatureExtractor
    {
        public string Name => "two";

        public int InputSize => 2;

        public int FeatureSize => 2;

        public void Extract(int count, ReadOnlyMemory<float> samples, Memory<float> features) => samples.CopyTo(features);
    }
}
