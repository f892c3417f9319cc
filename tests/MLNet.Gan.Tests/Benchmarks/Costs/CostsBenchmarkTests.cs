using MLNet.Gan.Benchmarks.Costs;
using MLNet.Gan.Benchmarks.Running;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Benchmarks.Costs;

[TestClass]
public sealed class CostsBenchmarkTests
{
    [TestMethod]
    public void Jobs_AllDifferFromWhatTheyAreComparedWith()
    {
        var jobs = new CostsBenchmark().Jobs(Settings.Parse([]), seed: 1).ToList();

        foreach (var job in jobs)
        {
            var sides = job.Setup.Split("\n\n");
            Assert.HasCount(2, sides);
            Assert.AreNotEqual(sides[0], sides[1], job.Variant);
        }

        Assert.AreEqual(jobs.Count, jobs.DistinctBy(job => (job.Variant, job.Data)).Count());
    }

    [TestMethod]
    public void Race_TakesAsManyTurnsOnBothSides()
    {
        var one = Some.Options with { Steps = 16, ReportInterval = 2 };

        var (first, second) = Race.Run(
            one, one with { DiscriminatorSteps = 2 }, context => CostData.View(context, one.Shape));

        // Eight turns, of which five warm up.
        Assert.HasCount(3, first);
        Assert.HasCount(3, second);
        Assert.IsTrue(first.Concat(second).All(seconds => seconds > 0));
    }

    [TestMethod]
    public void Race_WhenOneSideFails_EndsAndSaysWhy()
    {
        var one = Some.Options;

        var exception = Assert.ThrowsExactly<AggregateException>(() => _ = Race.Run(
            one, one with { FeatureColumnName = "Absent" }, context => CostData.View(context, one.Shape)));

        StringAssert.Contains(exception.InnerException!.Message, "Absent", StringComparison.Ordinal);
    }
}
