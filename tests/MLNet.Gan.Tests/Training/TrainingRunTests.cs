using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>What a run reports, and how it ends.</summary>
[TestClass]
public sealed class TrainingRunTests
{
    [TestMethod]
    public void Reports_ComeAtTheirIntervalAndAtTheEnd() => Trained.Run(Some.Options with { Steps = 11, ReportInterval = 4 }, gan =>
    {
        CollectionAssert.AreEqual(new long[] { 4, 8, 11 }, gan.Run.Reports.Select(report => report.Step).ToArray());
        Assert.AreEqual((11L, false), (gan.Run.Steps, gan.Run.IsCanceled));
        Assert.IsEmpty(gan.Run.Findings);
        Assert.IsEmpty(gan.Run.Snapshots);
    });

    [TestMethod]
    public void Report_SaysWhatTheStepCameTo()
    {
        var (real, fake, forDiscriminator) = (0.0, 0.0, 0.0);
        var loss = new SpyLoss(new NonSaturatingLoss(), Discriminator: logits =>
        {
            (real, fake) = (logits.Real.mean().ToDouble(), logits.Fake.mean().ToDouble());
            forDiscriminator = new NonSaturatingLoss().ForDiscriminator(logits).ToDouble();
        });

        Trained.Run(Some.Options with { Loss = loss, Regularizers = [], Steps = 3 }, gan =>
        {
            var report = gan.Run.Reports[^1];
            Assert.AreEqual(real, report.MeanRealLogit);
            Assert.AreEqual(fake, report.MeanFakeLogit);
            Assert.AreEqual(forDiscriminator, report.DiscriminatorLoss);
        });
    }

    [TestMethod]
    public void Report_GivesTheLengthsOfTheGradients()
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        static double Length(nn.Module network) => Math.Sqrt(SpyArchitecture.Gradients(network).Sum(value => value * value));

        Trained.Run(Some.Options with { Architecture = spy, Steps = 2 }, gan =>
        {
            Assert.AreEqual(Length(spy.Discriminator!), gan.Run.Reports[^1].DiscriminatorGradientNorm, 1e-6);
            Assert.AreEqual(Length(spy.Generators[0]), gan.Run.Reports[^1].GeneratorGradientNorm, 1e-6);
        });
    }

    [TestMethod]
    public void Progress_SaysHowFarItIs()
    {
        var clock = new SteppingClock();
        List<TrainingProgress> told = [];
        var loss = new SpyLoss(new RelativisticPairingLoss(), Generator: _ => { clock.Tick(); clock.Tick(); });

        Trained.Run(
            Some.Options with { Loss = loss, Steps = 10, ReportInterval = 5 },
            gan => Assert.AreEqual(TimeSpan.FromSeconds(20), gan.Run.Elapsed), clock: clock, tell: told.Add);

        // Two seconds a step.
        Assert.HasCount(2, told);
        Assert.AreEqual((5L, 10L, TimeSpan.FromSeconds(10)), (told[0].Step, told[0].Steps, told[0].Elapsed));
        Assert.AreEqual((0.5, TimeSpan.FromSeconds(10)), (told[0].StepsPerSecond, told[0].Remaining));
        Assert.AreEqual(5, told[0].Report.Step);
        Assert.AreEqual((10L, TimeSpan.Zero), (told[1].Step, told[1].Remaining));
    }

    [TestMethod]
    public void Cancellation_EndsTheRunBeforeItsNextStep()
    {
        using var source = new CancellationTokenSource();
        var steps = 0;
        var loss = new SpyLoss(new RelativisticPairingLoss(), Generator: _ =>
        {
            if (++steps == 4)
                source.Cancel();
        });

        Trained.Run(Some.Options with { Loss = loss }, run: new() { CancellationToken = source.Token }, test: gan =>
        {
            Assert.AreEqual((4L, true), (gan.Run.Steps, gan.Run.IsCanceled));
            CollectionAssert.AreEqual(new long[] { 1, 2, 3, 4 }, gan.Run.Reports.Select(report => report.Step).ToArray());
        });
        Assert.AreEqual(4, steps);
    }

    [TestMethod]
    public void Cancellation_BeforeTheFirstStep_LeavesTheUntrainedGenerator() => Trained.Run(
        Some.Options, run: new() { CancellationToken = new(canceled: true) },
        test: gan => Assert.AreEqual((0L, true), (gan.Run.Steps, gan.Run.IsCanceled)));

    [TestMethod]
    public void Cancellation_InTheLastStep_IsNone()
    {
        using var source = new CancellationTokenSource();
        Trained.Run(
            Some.Options with { Steps = 2 },
            run: new() { CancellationToken = source.Token },
            test: gan => Assert.AreEqual((2L, false), (gan.Run.Steps, gan.Run.IsCanceled)), monitors: [new SpyMonitor(report => { if (report.Step == 2) source.Cancel(); })]);
        Assert.IsTrue(source.IsCancellationRequested);
    }

    [TestMethod]
    public void Data_ThatIsNoNumber_EndsTheRunAtTheFirstReport()
    {
        using var samples = new SampleSet(full([16, 2], float.NaN).DetachFromDisposeScope());
        AssertFails(Some.Options with { ReportInterval = 3 }, step: 3, samples);
    }

    [TestMethod]
    public void LearningRate_ThatIsAbsurd_EndsTheRun() =>
        AssertFails(Some.Options with { Steps = 5, ReportInterval = 5, Optimizer = new Adam { LearningRate = 1e30 } }, step: 5);

    [TestMethod]
    public void Finding_ThatIsNotFatal_IsKept() => Trained.Run(
        Some.Options with { Steps = 3 },
        gan => Assert.AreEqual(new Finding(2, "Look.") { Kind = "Spy" }, gan.Run.Findings.Single()), monitors: [new SpyMonitor(report => report.Step == 2 ? new Finding(2, "Look.") : null)]);

    [TestMethod]
    public void Snapshots_ComeAtTheirIntervalFromOneSetOfLatents()
    {
        // Without learning nothing but the latents can differ.
        var still = Some.Options with { Steps = 7, Optimizer = new Adam { LearningRate = 0 } };

        Trained.Run(still, run: new() { Snapshots = new() { Interval = 2, Count = 5 } }, test: gan =>
        {
            var snapshots = gan.Run.Snapshots;
            CollectionAssert.AreEqual(new long[] { 2, 4, 6 }, snapshots.Select(snapshot => snapshot.Step).ToArray());
            foreach (var snapshot in snapshots)
            {
                Assert.HasCount(5, snapshot.Samples);
                for (var i = 0; i < 5; i++)
                {
                    // The average of equal numbers is that number but for rounding.
                    Assert.AreEqual(snapshots[0].Samples[i][0], snapshot.Samples[i][0], 1e-5);
                    Assert.AreEqual(snapshots[0].Samples[i][1], snapshot.Samples[i][1], 1e-5);
                }
            }

            Assert.HasCount(5, snapshots[0].Samples.Select(sample => (sample[0], sample[1])).Distinct().ToList());
        });
    }

    [TestMethod]
    public void Snapshots_AreOfTheAverageAsItGoes() => Trained.Run(
        Some.Options with { Steps = 4, Optimizer = new Adam { LearningRate = 0.01 } },
        run: new() { Snapshots = new() { Interval = 2, Count = 1 } },
        test: gan => CollectionAssert.AreNotEqual(gan.Run.Snapshots[0].Samples[0], gan.Run.Snapshots[1].Samples[0]));

    [TestMethod]
    public void Snapshots_DueBetweenReports_WaitForTheNext() => Trained.Run(
        Some.Options with { Steps = 12, ReportInterval = 3 },
        run: new() { Snapshots = new() { Interval = 4, Count = 1 } },
        test: gan => CollectionAssert.AreEqual(new long[] { 6, 9, 12 }, gan.Run.Snapshots.Select(snapshot => snapshot.Step).ToArray()));

    [TestMethod]
    public void Snapshots_WithClasses_ShowEachInTurn()
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        using var samples = Some.Points(classes: 3);
        Trained.Run(
            Some.Options with
            {
                Architecture = spy,
                LabelColumnName = "Label",
                Steps = 1,
                Average = new ExponentialMovingAverage { Decay = 0 },
                // With all else at nought, the first layer reads the class alone.
                Loss = new SpyLoss(new RelativisticPairingLoss(), Discriminator: _ => SeeOnlyClasses(spy.Generators[0])),
                Optimizer = new Adam { LearningRate = 0 },
            },
            run: new() { Snapshots = new() { Interval = 1, Count = 60 } },
            test: gan =>
            {
                var shown = gan.Run.Snapshots[0].Samples.Select(sample => (sample[0], sample[1])).ToList();
                Assert.HasCount(3, shown.Distinct().ToList());
                for (var i = 3; i < 60; i++)
                    Assert.AreEqual(shown[i - 3], shown[i]);
            },
            samples: samples, monitors: []);
    }

    private static void SeeOnlyClasses(nn.Module generator)
    {
        using var _ = no_grad();
        generator.get_parameter("body.0.weight.raw")!.narrow(1, 0, 2).zero_();
    }

    private static void AssertFails(GanOptions options, long step, SampleSet? samples = null)
    {
        var error = Assert.ThrowsExactly<TrainingFailedException>(() => Trained.Run(options, samples: samples));

        Assert.AreEqual(step, error.Finding.Step);
        Assert.IsTrue(error.Finding.IsFatal);
        Assert.Contains($"Training stopped at step {step}: The losses became ", error.Message);
        Assert.Contains("Lower the learning rates of GeneratorOptimizer and DiscriminatorOptimizer, or add an R1Penalty.", error.Message);
    }
}
