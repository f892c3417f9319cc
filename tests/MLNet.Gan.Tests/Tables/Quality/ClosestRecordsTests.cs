using Microsoft.ML;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Tables.Quality;

[TestClass]
public sealed class ClosestRecordsTests
{
    private static readonly MLContext Context = new(seed: 1);

    [TestMethod]
    public void Measure_OfAFewRows_CountsTiesAsHalves()
    {
        // Nearest: 0 of the training, 2 of the holdout, and 1, as far from 0 as from 2.
        var measured = ClosestRecords.Measure(Set(0, 9), Set(2, -9), Set(0.1f, 1.9f, 1), confidence: 0.95);

        Assert.AreEqual(0.5, measured.NearerToTraining, 1e-12);
        Assert.AreEqual(9 / (1 + (2 - 4 / 4.0) * 4 / 3), measured.EffectiveRows, 1e-12); // One tie, and two records of four with a row each.
        Assert.AreEqual(1, measured.MedianRatio, 1e-12);
    }

    [TestMethod]
    public void Measure_OfRowsAroundOneRecord_CountsThemAsOne()
    {
        var measured = ClosestRecords.Measure(Set(0, 9), Set(4, -9), Set(0, 0.1f, 0.2f, 0.3f), confidence: 0.95);

        Assert.AreEqual((1.0, 1.0), (measured.NearerToTraining, measured.EffectiveRows));
        Assert.IsFalse(measured.ExceedsChance); // One record of the training, which could as well be one of the holdout.
    }

    [TestMethod]
    public void Interval_OfNewRows_HoldsChanceAtItsLevel()
    {
        // Of 400 tables of new rows, 95 % of the intervals hold 0.5: 380, with a standard deviation of √(400 · 0.95 · 0.05) = 4.4. If every row
        // counted, the variance of the records' sides would be missing, and fewer would.
        static bool HoldsChance(ConfidenceInterval interval) => interval.Low <= 0.5 && 0.5 <= interval.High;
        TableMemorization[] measured = [.. Enumerable.Range(0, 400).Select(seed =>
        {
            var random = new Random(seed);
            FeatureSet Rows(int count)
            {
                var set = new FeatureSet(3, evidence: Evidence.Features);
                for (var row = 0; row < count; row++)
                    set.Add([(float)random.NextDouble(), (float)Math.Pow(random.NextDouble(), 2), (float)random.NextDouble()]);
                return set;
            }

            return ClosestRecords.Measure(Rows(100), Rows(100), Rows(400), confidence: 0.95);
        })];

        Assert.AreEqual(380, measured.Count(one => HoldsChance(one.Interval)), 4 * 4.4);
        Assert.IsLessThan(350, measured.Count(one => HoldsChance(WilsonInterval.Of(one.NearerToTraining, one.SyntheticRows, 0.95))));
    }

    [TestMethod]
    public void EvaluateTableQuality_OfNewRows_FindsNothingForTwentySeeds()
    {
        // Each finds something by chance in 2.5 % of tables; three of twenty do in 1.3 % of runs.
        var (memorized, told) = (0, 0);
        for (var seed = 0; seed < 20; seed++)
        {
            var quality = Context.Gan.EvaluateTableQuality(
                Customer.View(Customer.Rows(150, 3 * seed + 100)), Customer.View(Customer.Rows(150, 3 * seed + 101)),
                Customer.View(Customer.Rows(150, 3 * seed + 102)), new() { Seed = seed });
            memorized += quality.Memorization!.ExceedsChance ? 1 : 0;
            told += quality.Detection!.Interval.Low > 0.5 ? 1 : 0;
            Assert.IsEmpty(quality.Copies.Rows);
        }

        Assert.IsLessThan(3, memorized);
        Assert.IsLessThan(3, told);
    }

    private static FeatureSet Set(params float[] values)
    {
        var set = new FeatureSet(1, evidence: Evidence.Features);
        set.Add(values);
        return set;
    }
}
