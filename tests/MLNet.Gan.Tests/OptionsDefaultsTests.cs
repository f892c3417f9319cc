using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests;

/// <summary>A default is a promise: whoever changes one changes every run that relied on it.</summary>
[TestClass]
public sealed class OptionsDefaultsTests
{
    [TestMethod]
    public void TableEncodingOptions_HaveTheDocumentedDefaults()
    {
        var options = new TableEncodingOptions();

        Assert.IsEmpty(options.WithoutColumns);
        Assert.IsEmpty(options.Columns);
        Assert.AreEqual((100, 10, 5_000), (options.MaximumCategories, options.MaximumModes, options.SampleRows));
        Assert.AreEqual(new TableColumnOptions { Name = "X" }, new TableColumnOptions
        {
            Name = "X", IsCategory = null, MaximumCategories = null, Minimum = null, Maximum = null, Decimals = null, UsesLogarithm = null,
        });
    }

    [TestMethod]
    public void ResamplingByGans_HasTheDocumentedDefaults()
    {
        Assert.IsNull(new GanResampling().Options);
        Assert.AreEqual(new RunOptions(), new GanResampling().Run);
        Assert.AreEqual(new RunOptions(), new TabularGanResampling().Run);
        Assert.AreEqual((null, 64, 1), (new TabularGanResampling().Options.Steps, new TabularGanResampling().Options.BatchSize, new TabularGanResampling().Options.Packing));
    }

    [TestMethod]
    public void TableQualityOptions_HaveTheDocumentedDefaults()
    {
        var options = new TableQualityOptions();

        Assert.IsEmpty(options.WithoutColumns);
        Assert.IsNull(options.Classifier);
        Assert.AreEqual((10_000, 50, 5, 0.95, 0), (options.Rows, options.PairColumns, options.Folds, options.Confidence, options.Seed));
    }

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
    public void ScoringAndMonitors_HaveTheDefaultsOfTheBenchmark()
    {
        // Those with which docs/benchmarks/stability.md was made.
        const string Expected = """
            Scoring.Interval = none
            Scoring.Samples = 1000
            Scoring.HoldOut = none
            Scoring.Metric = none
            Scoring.HigherIsBetter = False
            Scoring.Features = none
            Scoring.Patience = none
            Scoring.MinimumSteps = 2000
            Scoring.ReturnsBest = True
            Guard.Interval = 100
            Guard.MaximumReactions = 6
            Guard.0.DivergenceMonitor = Factor 100, Scale 10, Reactions [RollBack { RollsBack = True }, BalanceLearningRates { }, LowerLearningRates { Factor = 0.3, Least = 0.01 }, RaiseR1Penalty { Gamma = 0.3, Factor = 5, Most = 10 }]
            Guard.1.ModeCollapseMonitor = Diversity 0.25, Comparisons 2, MinimumSteps 1000, Reactions [RollBack { RollsBack = True }, BalanceLearningRates { }, LowerLearningRates { Factor = 0.3, Least = 0.01 }, RaiseR1Penalty { Gamma = 0.3, Factor = 5, Most = 10 }]
            Guard.2.PartialModeCollapseMonitor = Coverage 0.35, ShareOfBest 0.6, ShareOfPrecision 0.65, NarrowDiversity 0.85, Comparisons 3, Diversity 0.25, MinimumSteps 1000, Reactions [RollBack { RollsBack = True }, BalanceLearningRates { }, LowerLearningRates { Factor = 0.3, Least = 0.01 }, RaiseR1Penalty { Gamma = 0.3, Factor = 5, Most = 10 }]
            Guard.3.VanishingGradientMonitor = Accuracy 0.98, ShareOfNorm 0.01, LogitGap 10, Reports 5, Reactions [RollBack { RollsBack = True }, LowerLearningRates { Factor = 0.3, Least = 0.01 }, RaiseR1Penalty { Gamma = 0.3, Factor = 5, Most = 10 }]
            Guard.4.OscillationMonitor = Comparisons 10, Deviation 0.12, Turns 3, MinimumSteps 2000, Reactions [LowerLearningRates { Factor = 0.5, Least = 0.01 }]
            Guard.5.DiscriminatorOverfittingMonitor = Ratio 0.5, Accuracy 0.8, Comparisons 3, Reactions [RaiseR1Penalty { Gamma = 0.3, Factor = 5, Most = 10 }, RaiseAugmentation { Change = 0.2, Most = 0.8 }]
            Guard.6.MemorizationMonitor = Share 0.7, Comparisons 3, Reactions [RaiseAugmentation { Change = 0.2, Most = 0.8 }]
            Guard.7.DroppedCategoryMonitor = ClassCoverage 0.1, ShareOfReal 0.2, LeastShare 0.05, Comparisons 3, MinimumSteps 1000, Reactions [RaiseR1Penalty { Gamma = 0.3, Factor = 5, Most = 10 }]
            """;

        Assert.AreEqual(Expected, RunSettings.Of(new() { Guard = Guard.Protect }, new()));
        Assert.AreEqual(
            System.Text.RegularExpressions.Regex.Replace(Expected, @"Reactions \[.*\]", "Reactions []"), RunSettings.Of(new() { Guard = Guard.Watch }, new()));
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
