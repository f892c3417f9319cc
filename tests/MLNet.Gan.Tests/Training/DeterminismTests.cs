using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Equal seeds give equal weights, bit for bit. It sets torch's own seed, so nothing else may run beside it.</summary>
[TestClass, DoNotParallelize]
public sealed class DeterminismTests
{
    // All that draws: weights, batches, latents, the points of the penalty.
    private static readonly GanOptions Options = Some.Options with
    {
        LabelColumnName = "Label",
        BalanceClasses = true,
        DiscriminatorSteps = 2,
        Steps = 20,
        Seed = 3,
        Regularizers = [new R1Penalty(), new WganGpPenalty()],
    };

    [TestMethod]
    public void Train_WithEqualSeeds_GivesEqualWeightsWhateverTheAmbientSeed() =>
        CollectionAssert.AreEqual(Weights(Options, ambient: 1), Weights(Options, ambient: 2));

    [TestMethod]
    public void Train_WithAnotherSeed_GivesOtherWeights() =>
        CollectionAssert.AreNotEqual(Weights(Options, ambient: 1), Weights(Options with { Seed = 4 }, ambient: 1));

    [TestMethod]
    public void Train_WithMoreReports_GivesTheSameWeights() =>
        CollectionAssert.AreEqual(Weights(Options, ambient: 1), Weights(Options with { ReportInterval = 7 }, ambient: 1));

    [TestMethod]
    public void Train_WithSnapshots_GivesTheSameWeights() => CollectionAssert.AreEqual(
        Weights(Options, ambient: 1), Weights(Options, ambient: 1, new() { Snapshots = new() { Interval = 5 } }));

    private static double[] Weights(GanOptions options, long ambient, RunOptions? run = null)
    {
        manual_seed(ambient);
        return Trained.Weights(options, Some.Points(classes: 3), run);
    }
}
