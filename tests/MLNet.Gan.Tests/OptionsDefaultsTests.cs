
namespace MLNet.Gan.Tests;

/// <summary>A default is a promise: whoever changes one changes every run that relied on it.</summary>
[TestClass]
public sealed class OptionsDefaultsTests
{
    [TestMethod]
    public void GanOptions_HasTheDocumentedDefaults()
    {
        var options = new GanOptions();

        Assert.IsNull(options.Shape);
        Assert.AreEqual("Features", options.FeatureColumnName);
        Assert.IsNull(options.LabelColumnName);
        Assert.AreEqual("Generated", options.OutputColumnName);
        Assert.IsNull(options.LatentColumnName);
        Assert.AreEqual(new Mlp(), options.Architecture);
        Assert.AreEqual(new RelativisticPairingLoss(), options.Loss);
        CollectionAssert.AreEqual(
            new IRegularizer[] { new R1Penalty { Gamma = 0.1 }, new R2Penalty { Gamma = 0.1 } }, options.Regularizers.ToArray());
        Assert.AreEqual(new Adam(), options.GeneratorOptimizer);
        Assert.AreEqual(new Adam(), options.DiscriminatorOptimizer);
        Assert.AreEqual(64, options.BatchSize);
        Assert.AreEqual(10_000, options.Steps);
        Assert.AreEqual(1, options.DiscriminatorSteps);
        Assert.IsFalse(options.BalanceClasses);
        Assert.AreEqual(new ExponentialMovingAverage(), options.Average);
        Assert.AreEqual((1, 1.0), (options.Packing, options.AugmentationProbability.At(0)));
        Assert.IsTrue(options is { GeneratorWeights: null, DiscriminatorWeights: null, MinibatchFeature: null, Unrolling: null });
        Assert.IsFalse(options.HorizontalFlips || options.Standardizes);
        Assert.AreEqual(0, options.AuxiliaryDiscriminators.Count + options.Augmentations.Count + options.Controllers.Count
            + options.GeneratorUpdateHooks.Count + options.DiscriminatorUpdateHooks.Count);
        Assert.AreSame(Guard.Watch, new RunOptions().Guard);
        Assert.AreEqual(new ScoringOptions(), new RunOptions().Scoring);
        Assert.AreEqual(50, options.ReportInterval);
        Assert.IsNull(new RunOptions().Snapshots);
        Assert.AreEqual(0, options.Seed);
        Assert.IsNull(new RunOptions().Threads);
        Assert.IsFalse(new RunOptions().TunesAllocator);
        Assert.IsNull(new RunOptions().Spill);
        Assert.IsNull(new SpillOptions { MemoryBudget = 1 }.Folder);
        Assert.IsNull(new RunOptions().Progress);
        Assert.AreEqual(CancellationToken.None, new RunOptions().CancellationToken);
    }

    [TestMethod]
    public void Adam_HasTheDocumentedDefaults()
    {
        var options = new Adam();

        Assert.AreEqual(Schedule.Constant(2e-4), options.LearningRate);
        Assert.AreEqual((0.0, 0.99, 1e-8), (options.Beta1, options.Beta2, options.Epsilon));
    }

    [TestMethod]
    public void SnapshotOptions_HasTheDocumentedDefaults() =>
        Assert.AreEqual((500, 10), (new SnapshotOptions().Interval, new SnapshotOptions().Count));

    [TestMethod]
    public void Architectures_HaveTheDocumentedDefaults()
    {
        var (mlp, dcgan) = (new Mlp(), new Dcgan());

        Assert.AreEqual((8, 128, 3, 8), (mlp.LatentSize, mlp.Width, mlp.Depth, mlp.LabelSize));
        Assert.AreEqual((64, 64, 16), (dcgan.LatentSize, dcgan.Width, dcgan.LabelSize));
    }

    [TestMethod]
    public void LossesAndRegularizers_HaveTheDocumentedDefaults()
    {
        Assert.AreEqual(1.0, new HingeLoss().Margin);
        Assert.AreEqual((Schedule.Constant(10), 1), (new R1Penalty().Gamma, new R1Penalty().Interval));
        Assert.AreEqual((Schedule.Constant(10), 1), (new R2Penalty().Gamma, new R2Penalty().Interval));
        var (gradient, zeroCentered, dragan) = (new WganGpPenalty(), new ZeroCenteredGradientPenalty(), new DraganPenalty());
        Assert.AreEqual((Schedule.Constant(10), 1), (gradient.Weight, gradient.Interval));
        Assert.AreEqual((Schedule.Constant(10), 1), (zeroCentered.Weight, zeroCentered.Interval));
        Assert.AreEqual((Schedule.Constant(10), 0.5, 1), (dragan.Weight, dragan.Spread, dragan.Interval));
        var (drift, consensus, orthogonal) = (new LogitDrift(), new ConsensusPenalty(), new OrthogonalPenalty());
        Assert.AreEqual((Schedule.Constant(1e-3), 1), (drift.Weight, drift.Interval));
        Assert.AreEqual((Schedule.Constant(10), 1), (consensus.Weight, consensus.Interval));
        Assert.AreEqual((Schedule.Constant(1e-4), 1), (orthogonal.Weight, orthogonal.Interval));
        Assert.AreEqual(Player.Both, orthogonal.Player);
        var (matching, classifier) = (new FeatureMatching(), new AuxiliaryClassifier());
        Assert.AreEqual((Schedule.Constant(1), 1), (matching.Weight, matching.Interval));
        Assert.AreEqual((Schedule.Constant(1), 1), (classifier.Weight, classifier.Interval));
        Assert.IsTrue(classifier.LearnsFromFakes);
        var squares = new LeastSquaresLoss();
        Assert.AreEqual((1.0, 0.0, 1.0), (squares.RealTarget, squares.FakeTarget, squares.GeneratorTarget));
        Assert.AreEqual(1.0, new NonSaturatingLoss().RealTarget);
        Assert.AreEqual(1.0, new SaturatingLoss().RealTarget);
        Assert.AreEqual(1.0, new RelativisticAverageLoss().RealTarget);
    }

    [TestMethod]
    public void Optimizer_SetsBothPlayers()
    {
        var adam = new Adam { LearningRate = 1e-3 };
        var options = new GanOptions { Shape = SampleShape.Vector(2), Optimizer = adam };

        Assert.AreSame(adam, options.GeneratorOptimizer);
        Assert.AreSame(adam, options.DiscriminatorOptimizer);
    }
}
