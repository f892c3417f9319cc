using MLNet.Gan.Benchmarks.Mixtures;
using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Tests.Benchmarks.Mixtures;

[TestClass]
public sealed class MixtureGoalTests
{
    private static readonly Job Job = new("", "", 1, "", () => new());

    [TestMethod]
    [DataRow(8, 0.98, 0.005, true)]
    [DataRow(7, 0.98, 0.005, false)]
    [DataRow(8, 0.95, 0.005, false)]
    [DataRow(8, 0.98, 0.016, false)]
    public void IsMet_LooksAtEverySeedsModesAndAtMeans(int modes, double quality, double divergence, bool isMet)
    {
        // The other seed has all modes, 97 % and 0.005.
        var runs = new RunResults([Result(modes, quality, divergence), Result(8, 0.97, 0.005)]);

        Assert.AreEqual(isMet, new MixtureGoal(Mixture.Ring, 0.965, 0.01).IsMet(runs, seeds: 2));
    }

    [TestMethod]
    public void IsMet_WithAFailedSeed_IsFalse()
    {
        var failed = JobResult.Of(new MixturesBenchmark(), Job, new() { Failure = "NaN", IsDiverged = true });
        var runs = new RunResults([Result(8, 0.98, 0.005), failed]);

        Assert.IsFalse(new MixtureGoal(Mixture.Ring, 0.965, 0.01).IsMet(runs, seeds: 2));
        Assert.AreEqual("2, 1 failed", runs.Count);
    }

    private static JobResult Result(int modes, double quality, double divergence) =>
        JobResult.Of(new MixturesBenchmark(), Job, new()
        {
            Scores = new Dictionary<string, double>
            {
                [MixtureScores.Modes] = modes, [MixtureScores.HighQuality] = quality,
                [MixtureScores.Divergence] = divergence,
            },
        });
}
