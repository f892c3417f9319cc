using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>What a step does, seen through the options.</summary>
[TestClass]
public sealed class GanTrainerTests
{
    [TestMethod]
    public void GeneratorTurn_LeavesTheDiscriminatorAndItsGradients()
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        var (turns, reports) = (0, 0);
        double[] weights = [], gradients = [];
        var options = Some.Options with
        {
            Architecture = spy,
            Loss = new SpyLoss(new RelativisticPairingLoss(), Generator: _ =>
            {
                turns++;
                (weights, gradients) = (SpyArchitecture.Weights(spy.Discriminator!), SpyArchitecture.Gradients(spy.Discriminator!));
                Assert.IsTrue(spy.Discriminator!.parameters().All(weight => !weight.requires_grad), "It is not frozen.");
            }),
        };

        Trained.Run(options, monitors: [new SpyMonitor(_ =>
            {
                reports++;
                CollectionAssert.AreEqual(weights, SpyArchitecture.Weights(spy.Discriminator!));
                CollectionAssert.AreEqual(gradients, SpyArchitecture.Gradients(spy.Discriminator!));
                Assert.IsTrue(spy.Discriminator!.parameters().All(weight => weight.requires_grad), "It is still frozen.");
            })]);

        Assert.AreEqual((10, 10), (turns, reports));
        Assert.IsTrue(gradients.Any(gradient => gradient != 0));
    }

    [TestMethod]
    public void DiscriminatorTurn_LeavesTheGenerator()
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        double[] before = [];
        var turns = 0;
        void Compare() => CollectionAssert.AreEqual(before, SpyArchitecture.Weights(spy.Generators[0]));

        Trained.Run(Some.Options with
        {
            Architecture = spy,
            DiscriminatorSteps = 3,
            Regularizers = [new SpyRegularizer(Asked: round => before = turns % 3 == 0 ? SpyArchitecture.Weights(spy.Generators[0]) : before)],
            Loss = new SpyLoss(new RelativisticPairingLoss(), Discriminator: _ => { turns++; Compare(); }, Generator: _ => Compare()),
        });

        Assert.AreEqual(30, turns);
    }

    [TestMethod]
    public void DiscriminatorSteps_EachSeeABatchOfTheirOwn()
    {
        // Twelve points that can be told apart; three batches of four are all of them.
        using var samples = new SampleSet(arange(24, ScalarType.Float32).reshape(12, 2).DetachFromDisposeScope());
        List<(long Step, double[] Rows)> seen = [];
        Trained.Run(
            Some.Options with
            {
                BatchSize = 4,
                DiscriminatorSteps = 3,
                Steps = 2,
                Regularizers = [new SpyRegularizer(Asked: round =>
                    seen.Add((round.Step, AssertTensor.Values(round.Real.Samples.narrow(1, 0, 1)))))],
            },
            samples: samples);

        Assert.HasCount(6, seen);
        double[] all = [.. Enumerable.Range(0, 12).Select(row => 2.0 * row)];
        foreach (var step in (long[])[0, 1])
            CollectionAssert.AreEqual(all, seen.Where(turn => turn.Step == step).SelectMany(turn => turn.Rows).Order().ToArray());
    }

    [TestMethod]
    public void DiscriminatorSteps_EachSeeFakesOfTheirOwn()
    {
        List<double> seen = [];
        Trained.Run(Some.Options with
        {
            DiscriminatorSteps = 3,
            Steps = 4,
            Regularizers = [new SpyRegularizer(Asked: round => seen.Add(round.Fake.Samples.sum().ToDouble()))],
        });

        Assert.HasCount(12, seen);
        Assert.HasCount(12, seen.Distinct().ToList());
    }

    [TestMethod]
    public void Passes_AreSharedByLossAndPenalties()
    {
        int Calls(GanOptions options)
        {
            var spy = new SpyArchitecture(options.Architecture);
            Trained.Run(options with { Architecture = spy, Steps = 5 });
            return spy.DiscriminatorCalls / 5;
        }

        // Real and fake for the discriminator; for the generator fake, and real where the loss pairs them.
        Assert.AreEqual(4, Calls(Some.Options with { Loss = new RelativisticPairingLoss(), Regularizers = [new R1Penalty(), new R2Penalty()] }));
        Assert.AreEqual(3, Calls(Some.Options with { Loss = new NonSaturatingLoss(), Regularizers = [new R1Penalty()] }));
        Assert.AreEqual(3, Calls(Some.Options with { Loss = new NonSaturatingLoss(), Regularizers = [] }));
        Assert.AreEqual(4, Calls(Some.Options with { Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty()] }));
    }

    [TestMethod]
    public void Penalty_OfAnInterval_IsAppliedThatSeldomAndThatStrongly()
    {
        List<double> discriminator = [], generator = [];
        Trained.Run(Some.Options with
        {
            Steps = 6,
            Loss = new Nothing(),
            Regularizers =
            [
                new SpyRegularizer(Value: 5, Interval: 4),
                new SpyRegularizer(Value: 1, Interval: 2),
                new SpyRegularizer(Value: 7, Interval: 3, Player: Player.Generator),
            ],
        }, monitors: [new SpyMonitor(report =>
            {
                discriminator.Add(report.DiscriminatorLoss);
                generator.Add(report.GeneratorLoss);
            })]);

        // Steps count from 0: 4 · 5 at 0 and 4; 2 · 1 at 0, 2 and 4; 3 · 7 at 0 and 3.
        CollectionAssert.AreEqual(new double[] { 22, 0, 2, 0, 22, 0 }, discriminator);
        CollectionAssert.AreEqual(new double[] { 21, 0, 0, 21, 0, 0 }, generator);
    }

    [TestMethod]
    public void Players_HaveLearningRatesOfTheirOwn()
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        double[] generator = [], discriminator = [];
        Trained.Run(
            Some.Options with
            {
                Architecture = spy,
                Average = new ExponentialMovingAverage { Decay = 0 },
                GeneratorOptimizer = new Adam { LearningRate = 0 },
                DiscriminatorOptimizer = new Adam { LearningRate = 1e-3 },
                Loss = new SpyLoss(new RelativisticPairingLoss(), Discriminator: _ =>
                {
                    if (generator.Length == 0)
                        (generator, discriminator) = (SpyArchitecture.Weights(spy.Generators[0]), SpyArchitecture.Weights(spy.Discriminator!));
                }),
            },
            gan =>
            {
                CollectionAssert.AreEqual(generator, SpyArchitecture.Weights(gan.Generator));
                var change = SpyArchitecture.Weights(spy.Discriminator!).Zip(discriminator, (after, before) => Math.Abs(after - before)).Max();
                // Ten steps of Adam without momentum: the first of 1e-3, none above 1e-3 / √(1 − β₂) = 1e-2.
                Assert.IsTrue(change is > 1e-3 and < 0.1, $"{change}");
            });
    }

    [TestMethod]
    public void Generator_ThatIsReturned_IsTheAverage()
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        double[] start = [];
        Trained.Run(
            Some.Options with
            {
                Architecture = spy,
                Steps = 1,
                Optimizer = new Adam { LearningRate = 0.1 },
                Loss = new SpyLoss(new RelativisticPairingLoss(), Discriminator: _ => start = SpyArchitecture.Weights(spy.Generators[0])),
            },
            gan =>
            {
                var current = SpyArchitecture.Weights(spy.Generators[0]);
                Assert.AreNotSame(spy.Generators[0], gan.Generator);
                Assert.IsFalse(gan.Generator.training);
                CollectionAssert.AreNotEqual(start, current);

                // Of the first step a tenth of the start is kept.
                double[] expected = [.. start.Zip(current, (before, after) => 0.1 * before + 0.9 * after)];
                AssertTensor.AreClose(expected, tensor(SpyArchitecture.Weights(gan.Generator)), tolerance: 1e-6);
            });
    }

    [TestMethod]
    public void Labels_OfTheBatch_GoToTheDiscriminatorWithIt()
    {
        // Each point is its class, so a batch and its labels can be compared.
        long[] labels = [.. Enumerable.Range(0, 30).Select(row => row % 3L)];
        using var samples = new SampleSet(tensor(labels).@float().reshape(30, 1).DetachFromDisposeScope(), labels, classes: 3);
        var spy = new SpyArchitecture(Some.Options.Architecture);
        var batches = 0;
        Trained.Run(
            Some.Options with
            {
                Shape = SampleShape.Vector(1),
                Architecture = spy,
                LabelColumnName = "Label",
                Regularizers = [new SpyRegularizer(Asked: round =>
                {
                    batches++;
                    CollectionAssert.AreEqual(AssertTensor.Values(round.Real.Samples), spy.LastLabels);
                    CollectionAssert.AreEqual(AssertTensor.Values(round.Real.Samples), AssertTensor.Values(round.Labels!));
                })],
            },
            gan => Assert.AreEqual(3, gan.Classes), samples);

        Assert.AreEqual(10, batches);
    }

    private sealed record Nothing : IGanLoss
    {
        public Tensor ForDiscriminator(Logits logits) => logits.Fake.sum() * 0;

        public Tensor ForGenerator(Logits logits) => logits.Fake.sum() * 0;
    }
}
