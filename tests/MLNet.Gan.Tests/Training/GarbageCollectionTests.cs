using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Training while another thread collects garbage, which frees whatever nobody holds any more.</summary>
/// <remarks>The collector stops all threads, so nothing else may run beside it.</remarks>
[TestClass, DoNotParallelize]
public sealed class GarbageCollectionTests
{
    private const int ManySteps = 10_000;

    public static IEnumerable<object[]> Runs => SmallRun.All.Select(run => new object[] { run });

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Train_WhileGarbageIsCollected_GivesTheSameWeights(SmallRun run) => AssertSameWeights(run, steps: 4);

    [TestMethod]
    [TestCategory("Slow")]
    [DynamicData(nameof(Runs))]
    public void Train_WhileGarbageIsCollected10000Steps_GivesTheSameWeights(SmallRun run) =>
        AssertSameWeights(run, steps: Share(run) * (ManySteps / SmallRun.All.Sum(Share) + 1));

    // A step on points is the shorter one, so that there may be more of them.
    private static int Share(SmallRun run) => run.Options.Shape.IsImage ? 1 : 4;

    private static void AssertSameWeights(SmallRun run, int steps)
    {
        set_num_threads(1);
        var expected = run.Weights(steps);
        Assert.IsTrue(expected.All(double.IsFinite), $"{run} ends in weights that are not finite, which prove nothing.");

        double[] found;
        using (new GarbageCollection())
            found = run.Weights(steps);

        CollectionAssert.AreEqual(expected, found);
    }
}
