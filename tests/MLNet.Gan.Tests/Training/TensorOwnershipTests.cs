using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass, DoNotParallelize]
public sealed class TensorOwnershipTests
{
    [TestMethod]
    public void Train_HasAsManyTensorsAfterTwoHundredStepsAsAfterTwenty()
    {
        long early = 0, late = 0;
        Trained.Run(Everything, samples: Some.Points(classes: 2), monitors: [new SpyMonitor(report =>
            {
                early = report.Step == 20 ? LiveTensors.Count : early;
                late = report.Step == 200 ? LiveTensors.Count : late;
            })]);

        Assert.IsTrue(early > 0);
        Assert.AreEqual(early, late);
    }

    [TestMethod]
    public void Train_LeavesNoTensorBehind() => AssertNoneIsLeft(Everything with { Steps = 3 });

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Train_WithEveryStabilizer_HasNoMoreTensorsAfterFifteenStepsThanAfterFive(bool packs)
    {
        long early = 0, late = 0;
        var options = Stabilized(packs);
        Trained.Run(options, samples: Some.Points(classes: 2), monitors: [new SpyMonitor(report =>
            {
                early = report.Step == 5 ? LiveTensors.Count : early;
                late = report.Step == 15 ? LiveTensors.Count : late;
            })]);

        Assert.IsTrue(early > 0);
        Assert.AreEqual(early, late);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Train_WithEveryStabilizer_LeavesNoTensorBehind(bool packs) =>
        AssertNoneIsLeft(Stabilized(packs) with { Steps = 3 });

    [TestMethod]
    public void Train_ThatIsComparedScoredAndRolledBack_HasAsManyTensorsLaterAsEarly()
    {
        long early = 0, late = 0;
        var options = Everything with { Steps = 60, Regularizers = [] };
        void Run(Action<StepReport> seen)
        {
            using var samples = Some.Points(128, classes: 2);
            samples.HoldOut(64, seed: 1);
            Trained.Run(options, samples: samples, run: new()
            {
                Scoring = new() { Interval = 5, Samples = 20 },
                Guard = Guard.Protect with
                {
                    Interval = 1,
                    Monitors =
                    [
                        .. Guard.Protect.Monitors,
                        new FindsAt(12, 32) { Reactions = [new RollBack(), new RaiseR1Penalty(), new RaiseAugmentation()] }, new SpyMonitor(seen),
                    ],
                },
            });
        }

        Run(_ => { }); // whatever is made once for all
        var before = LiveTensors.Count;
        Run(report =>
        {
            Assert.IsNotNull(report.Samples?.LowestClassCoverage);
            Assert.IsNotNull(report.Samples.HeldOutLogit);
            early = report.Step == 20 ? LiveTensors.Count : early;
            late = report.Step == 50 ? LiveTensors.Count : late;
        });

        Assert.IsTrue(early > 0);
        Assert.AreEqual(early, late);
        Assert.AreEqual(before, LiveTensors.Count);
    }

    [TestMethod]
    public void Train_ThatIsEndedByAMonitor_LeavesNoTensorBehind()
    {
        void Fail() => Assert.ThrowsExactly<TrainingFailedException>(() => Trained.Run(
            Everything with { Steps = 3 }, samples: Some.Points(classes: 2),
            monitors: [new SpyMonitor(report => new(report.Step, "Enough.", IsFatal: true))]));
        Fail();
        var before = LiveTensors.Count;

        Fail();

        Assert.AreEqual(before, LiveTensors.Count);
    }

    private static void AssertNoneIsLeft(GanOptions options)
    {
        Trained.Run(options, samples: Some.Points(classes: 2), run: Snapshots); // whatever is made once for all
        var before = LiveTensors.Count;

        Trained.Run(options, samples: Some.Points(classes: 2), run: Snapshots);

        Assert.AreEqual(before, LiveTensors.Count);
    }

    private static RunOptions Snapshots => new() { Snapshots = new() { Interval = 4, Count = 3 } };

    private static GanOptions Everything => Some.Options with
    {
        Architecture = new Mlp { LatentSize = 2, Width = 8, Depth = 1 },
        LabelColumnName = "Label",
        Steps = 200,
        DiscriminatorSteps = 2,
        Loss = new RelativisticPairingLoss(),
        Regularizers = [new R1Penalty(), new R2Penalty { Interval = 3 }, new WganGpPenalty()],
    };

    /// <summary>All that goes together, with packs or with several generators, which exclude each other.</summary>
    private static GanOptions Stabilized(bool packs)
    {
        var common = Some.Options with
        {
            LabelColumnName = "Label",
            Steps = 15,
            AuxiliaryDiscriminators = [new() { Downsampling = 1, Weight = 0.5 }],
            Augmentations = [new InstanceNoise()],
            Controllers =
            [
                new AdaptiveAugmentation { Interval = 1, Ramp = 100 }, new AdaptiveUpdateRatio { Interval = 2 },
                new ReduceLearningRateOnPlateau { Interval = 1, Patience = 3 },
            ],
            DiscriminatorWeights = new SpectralNormalization(),
            MinibatchFeature = new MinibatchStandardDeviation(),
            DiscriminatorUpdateHooks = [new GradientNormClipping(), new WeightDecay()],
            Average = new TailAverage { Count = 2, Interval = 4 },
        };
        return packs
            ? common with
            {
                Packing = 2,
                Unrolling = new() { Steps = 2 },
                Regularizers = [new AuxiliaryClassifier(), new R1Penalty { Interval = 2 }, new ConsensusPenalty()],
            }
            : common with
            {
                Architecture = new MultipleGenerators { Inner = Some.Options.Architecture },
                Unrolling = new() { Steps = 2, IsDifferentiated = true },
                Regularizers =
                [
                    new GeneratorIdentification(), new R1Penalty { Interval = 2 }, new FeatureMatching(),
                    new OrthogonalPenalty(),
                ],
            };
    }
}
