using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>What reactions change is what the run does.</summary>
[TestClass, DoNotParallelize]
public sealed class GuardEffectTests
{
    [TestMethod]
    [DataRow(Player.Discriminator)]
    [DataRow(Player.Generator)]
    public void PausePlayer_KeepsItsWeightsForSoManySteps(Player player)
    {
        set_num_threads(1);
        var spy = new SpyArchitecture(Some.Options.Architecture);
        List<(double[] Paused, double[] Other)> weights = [];
        Trained.Run(
            Some.Options with { Architecture = spy, Steps = 7 },
            monitors:
            [
                new SpyMonitor(_ =>
                {
                    var (discriminator, generator) = (SpyArchitecture.Weights(spy.Discriminator!), SpyArchitecture.Weights(spy.Generators[0]));
                    weights.Add(player == Player.Discriminator ? (discriminator, generator) : (generator, discriminator));
                }),
                new FindsAt(2) { Reactions = [new PausePlayer { Player = player, Steps = 3 }] },
            ]);

        for (var step = 1; step < 7; step++)
        {
            // After step 2 it pauses in steps 3, 4 and 5.
            Assert.AreEqual(step is 2 or 3 or 4, weights[step - 1].Paused.SequenceEqual(weights[step].Paused), $"step {step + 1}");
            Assert.IsFalse(weights[step - 1].Other.SequenceEqual(weights[step].Other), $"step {step + 1}");
        }
    }

    [TestMethod]
    public void LowerLearningRates_MultipliesTheRateThatUpdatesTake()
    {
        // Steps of plain descent with a gradient of 1, so that the weight's changes are the rates.
        set_num_threads(1);
        var spy = new SpyArchitecture(Some.Options.Architecture);
        List<double> places = [];
        List<double> reported = [];
        Trained.Run(
            Some.Options with
            {
                Architecture = spy,
                Steps = 4,
                Regularizers = [],
                Loss = new SumOfWeights(spy),
                Optimizer = new Sgd { LearningRate = 0.01 },
            },
            monitors:
            [
                new SpyMonitor(report =>
                {
                    places.Add(SpyArchitecture.Weights(spy.Generators[0])[0]);
                    reported.Add(report.Corrections.LearningRateFactor);
                }),
                new FindsAt(2) { Reactions = [new LowerLearningRates { Factor = 0.3 }] },
            ]);

        CollectionAssert.AreEqual(new[] { 1, 1, 0.3, 0.3 }, reported);
        double[] expected = [0.01, 0.003, 0.003];
        for (var i = 0; i < 3; i++)
            Assert.AreEqual(expected[i], places[i] - places[i + 1], 1e-6, $"step {i + 2}");
    }

    [TestMethod]
    public void BalanceLearningRates_RaisesALowerRateOfTheDiscriminator()
    {
        // Plain descent from equal weights: the third step is as many times as long as the rate is higher.
        Assert.AreEqual(10, TimesAsLong(new Sgd { LearningRate = 0.001 }, new Sgd { LearningRate = 0.01 }), 1e-2);
        Assert.AreEqual(1, TimesAsLong(new Sgd { LearningRate = 0.01 }, new Sgd { LearningRate = 0.001 }), 1e-2);
        Assert.AreEqual(1, TimesAsLong(new Sgd { LearningRate = 0.001 }, new Adam { LearningRate = 0.01 }), 1e-2);

        static double TimesAsLong(IOptimizer discriminator, IOptimizer generator)
        {
            var (plain, balanced) = (ThirdStep(discriminator, generator), ThirdStep(discriminator, generator, new BalanceLearningRates()));
            return plain == balanced ? 1 : balanced / plain;
        }

        static double ThirdStep(IOptimizer discriminator, IOptimizer generator, params IReaction[] reactions)
        {
            set_num_threads(1);
            var spy = new SpyArchitecture(Some.Options.Architecture);
            List<double[]> weights = [];
            Trained.Run(
                Some.Options with
                {
                    Architecture = spy,
                    Steps = 3,
                    DiscriminatorOptimizer = discriminator,
                    GeneratorOptimizer = generator,
                },
                monitors:
                [
                    new SpyMonitor(_ => weights.Add(SpyArchitecture.Weights(spy.Discriminator!))), new FindsAt(2) { Reactions = reactions },
                ]);
            return Math.Sqrt(weights[1].Zip(weights[2], (before, after) => (after - before) * (after - before)).Sum());
        }
    }

    [TestMethod]
    public void BalanceLearningRates_OfEqualRates_IsNoReaction()
    {
        set_num_threads(1);
        Trained.Run(
            Some.Options with { Steps = 4 },
            gan =>
            {
                Assert.HasCount(1, gan.Run.Findings);
                Assert.IsEmpty(gan.Run.Interventions);
            },
            monitors: [new FindsAt(2) { Reactions = [new BalanceLearningRates()] }]);
    }

    public static IEnumerable<object[]> WithoutEffect =>
    [
        ["no augmentations", Some.Options],
        ["as probable already", Some.Options with { Augmentations = [new InstanceNoise()], AugmentationProbability = 0.3 }],
    ];

    [TestMethod]
    [DynamicData(nameof(WithoutEffect))]
    public void RaiseAugmentation_WithoutEffect_IsNoReaction(string name, GanOptions options)
    {
        set_num_threads(1);
        Trained.Run(
            options with { Steps = 4 },
            gan =>
            {
                Assert.HasCount(1, gan.Run.Findings, name);
                Assert.IsEmpty(gan.Run.Interventions, name);
            },
            monitors: [new FindsAt(2) { Reactions = [new RollBack(), new RaiseAugmentation()] }]);
    }

    [TestMethod]
    public void RaiseAugmentation_BesideAController_IsAReaction()
    {
        set_num_threads(1);
        Trained.Run(
            Some.Options with { Steps = 4, Augmentations = [new InstanceNoise()], Controllers = [new AdaptiveAugmentation()] },
            gan => Assert.AreEqual("least augmentation probability 0 → 0.2", gan.Run.Interventions.Single().Change),
            monitors: [new FindsAt(2) { Reactions = [new RaiseAugmentation()] }]);
    }

    [TestMethod]
    public void Reaction_ThatReturnsNull_IsNamed()
    {
        set_num_threads(1);
        Assert.AreEqual(
            "Nothing.Apply returned null. Return the corrections that it got, where there is nothing to change.",
            Assert.ThrowsExactly<TrainingFailedException>(() => Trained.Run(
                Some.Options with { Steps = 4 }, monitors: [new FindsAt(2) { Reactions = [new Nothing()] }])).InnerException!.Message);
    }

    [TestMethod]
    public void RaiseR1Penalty_AddsItToTheDiscriminatorsLoss()
    {
        // D(x) = ‖x‖²/2 learns nothing, and ‖∇D‖² = ‖x‖² = 2 at (±1, ±1): the penalty is γ/2 · 2 = γ.
        set_num_threads(1);
        double[] Losses(params IReaction[] reactions)
        {
            double[] losses = [];
            using var samples = new SampleSet(tensor((float[])[1, 1, -1, 1, 1, -1, -1, -1], [4, 2]).DetachFromDisposeScope());
            Trained.Run(
                Some.Options with { Architecture = new GivenDiscriminator(points => points.Squared().sum(1) / 2), Steps = 4, BatchSize = 4, Regularizers = [] },
                gan => losses = [.. gan.Run.Reports.Select(report => report.DiscriminatorLoss)], samples,
                monitors: [new FindsAt(2) { Reactions = reactions }]);
            return losses;
        }

        var (plain, penalized) = (Losses(), Losses(new RaiseR1Penalty { Gamma = 0.7 }));

        double[] expected = [0, 0, 0.7, 0.7];
        for (var i = 0; i < 4; i++)
            Assert.AreEqual(expected[i], penalized[i] - plain[i], 1e-5, $"step {i + 1}");
    }

    [TestMethod]
    public void RaiseAugmentation_SetsTheLeastProbability()
    {
        set_num_threads(1);
        List<double> drawn = [];
        Trained.Run(
            Some.Options with
            {
                Steps = 3,
                Regularizers = [],
                AugmentationProbability = Schedule.Linear(0, 0.6, 2),
                Augmentations = [new SpyAugmentation((samples, draw) => { drawn.Add(draw.Probability); return samples; })],
            },
            monitors: [new FindsAt(1) { Reactions = [new RaiseAugmentation { Change = 0.4 }] }]);

        // 0 at first; then 0.3 of the schedule is raised to 0.4, and 0.6 is above.
        CollectionAssert.AreEqual(new[] { 0.4, 0.6 }, drawn.Distinct().ToArray());
    }

    [TestMethod]
    public void RollBack_AfterANaN_GoesOnFromTheBestScore()
    {
        set_num_threads(1);
        var turns = 0;
        TrainingRun? run = null;
        double[] weights = [];
        Trained.Run(
            Some.Options with { Steps = 9, Loss = new FaultyLoss(() => ++turns == 6) },
            gan => (run, weights) = (gan.Run, SpyArchitecture.Weights(gan.Generator)),
            run: new()
            {
                Scoring = new() { Interval = 2, Samples = 8 },
                Guard = new() { Monitors = [new DivergenceMonitor { Reactions = [new RollBack(), new LowerLearningRates()] }] },
            });

        var done = Assert.ContainsSingle(run!.Interventions);
        Assert.AreEqual((6L, "Divergence", "factor of the learning rates 1 → 0.5"), (done.Step, done.Kind, done.Change));
        Assert.AreEqual(run.Scores.Where(score => score.Step <= 5).MinBy(score => score.Value)!.Step, done.RolledBackTo);
        Assert.IsFalse(Assert.ContainsSingle(run.Findings).IsFatal);
        Assert.IsTrue(run.Reports.Skip(6).All(report => double.IsFinite(report.GeneratorLoss)));
        Assert.IsTrue(Array.TrueForAll(weights, double.IsFinite));
    }

    [TestMethod]
    public void RollBack_WhereTheFirstScoreIsInfinite_GoesBackToTheBeginning()
    {
        // The weights are NaN from step 1 on, which is scored at step 2 and reported at step 4.
        set_num_threads(1);
        var turns = 0;
        TrainingRun? run = null;
        Trained.Run(
            Some.Options with { Steps = 8, ReportInterval = 4, Loss = new FaultyLoss(() => ++turns == 1) },
            gan => run = gan.Run,
            run: new()
            {
                Scoring = new() { Interval = 2, Samples = 8 },
                Guard = new() { Monitors = [new DivergenceMonitor { Reactions = [new RollBack(), new LowerLearningRates()] }] },
            });

        Assert.AreEqual(0, Assert.ContainsSingle(run!.Interventions).RolledBackTo);
        Assert.AreEqual(double.PositiveInfinity, run.Scores[0].Value);
        Assert.IsTrue(double.IsFinite(run.Scores[^1].Value));
        Assert.IsGreaterThanOrEqualTo(4, run.ReturnedStep);
    }

    [TestMethod]
    public void Train_OfAFatalFindingAfterTheLastReaction_ReturnsTheBest()
    {
        set_num_threads(1);
        var turns = 0;
        TrainingRun? run = null;
        Trained.Run(
            Some.Options with { Steps = 9, Loss = new FaultyLoss(() => ++turns >= 6) },
            gan => run = gan.Run,
            run: new()
            {
                Scoring = new() { Interval = 2, Samples = 8 },
                Guard = new() { MaximumReactions = 0, Monitors = [new DivergenceMonitor { Reactions = [new LowerLearningRates()] }] },
            });

        Assert.AreEqual((6L, false), (run!.Steps, run.IsCanceled));
        Assert.IsTrue(run.ReturnedStep is 2 or 4);
        Assert.AreEqual("ended the run after 0 reactions", Assert.ContainsSingle(run.Interventions).Change);
    }

    [TestMethod]
    public void Train_OfAFatalFindingBeforeTheFirstScore_FailsWithTheRun()
    {
        set_num_threads(1);

        var failed = Assert.ThrowsExactly<TrainingFailedException>(() => Trained.Run(
            Some.Options with { Steps = 9, Loss = new FaultyLoss(() => true) },
            run: new()
            {
                Scoring = new() { Interval = 5, Samples = 8 },
                Guard = new() { MaximumReactions = 0, Monitors = [new DivergenceMonitor { Reactions = [new RollBack(), new LowerLearningRates()] }] },
            }));

        Assert.AreEqual((1L, true), (failed.Finding.Step, failed.Finding.IsFatal));
        Assert.IsNull(failed.Best);
        Assert.HasCount(1, failed.Run!.Reports);
    }

    private sealed record Nothing : IReaction
    {
        public TrainingCorrections Apply(TrainingCorrections corrections, long step) => null!;
    }
}
