using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Options;

/// <summary>The generator's look ahead.</summary>
[TestClass]
public sealed class UnrollingTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void GeneratorTurn_PutsDiscriminatorBuffersAndOptimizerBackBitForBit(bool isDifferentiated)
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        var optimizer = new SpyOptimizer(new Adam { Beta1 = 0.5, LearningRate = 0.01 });
        var (calls, turns, passes) = (0, 0, 0);
        double[] before = [], ahead = [];
        long updates = 0;
        Trained.Run(Some.Options with
        {
            Architecture = spy,
            DiscriminatorOptimizer = optimizer,
            DiscriminatorWeights = new SpectralNormalization(),
            Regularizers = [],
            Unrolling = new() { Steps = 3, IsDifferentiated = isDifferentiated },
            Steps = 4,
            // Two passes of a step are the discriminator's own turn; the third of nine begins the look ahead.
            Augmentations =
            [
                new SpyAugmentation((samples, _) =>
                {
                    if (++passes % 9 == 3)
                        (before, updates) = (State(), optimizer.States[0].Updates);
                    return samples;
                }),
            ],
            Loss = new SpyLoss(
                new NonSaturatingLoss(),
                Discriminator: _ => calls++,
                Generator: _ => ahead = SpyArchitecture.Weights(spy.Discriminator!)),
        }, monitors: [new SpyMonitor(report =>
            {
                turns++;
                Assert.AreEqual(4 * turns, calls);
                CollectionAssert.AreEqual(before, State());
                Assert.AreEqual((turns, turns), (updates, optimizer.States[0].Updates));

                // Meanwhile it was elsewhere, unless it was only computed where it would be.
                Assert.AreEqual(!isDifferentiated, ahead.Zip(before).Any(pair => pair.First != pair.Second));
            })]);

        Assert.AreEqual(4, turns);

        double[] State() =>
        [
            .. SpyArchitecture.Weights(spy.Discriminator!),
            .. spy.Discriminator!.buffers().SelectMany(AssertTensor.Values),
            .. optimizer.Memory,
        ];
    }

    [TestMethod]
    public void LookAhead_IsThreeUpdatesOfTheDiscriminatorOnTheStepsBatch()
    {
        var spy = new SpyArchitecture(Some.Options.Architecture);
        List<double> real = [], place = [];
        Trained.Run(Some.Options with
        {
            Architecture = spy,
            // Each update takes 0.5 from every weight.
            DiscriminatorOptimizer = new Sgd { LearningRate = 0.5 },
            Unrolling = new() { Steps = 3 },
            Steps = 1,
            Regularizers = [new SpyRegularizer(Asked: round => real.Add(round.Real.Samples.sum().ToDouble()))],
            Loss = new SpyLoss(
                new WeightSum(spy), Discriminator: _ => Place(), Generator: _ => Place()),
        });

        Assert.HasCount(4, real);
        Assert.HasCount(1, real.Distinct().ToList());
        for (var update = 1; update <= 4; update++)
            Assert.AreEqual(place[0] - 0.5 * update, place[update], 1e-6);

        void Place() => place.Add(SpyArchitecture.Weights(spy.Discriminator!)[0]);
    }

    [TestMethod]
    public void Report_GivesTheGradientOfTheDiscriminatorsOwnTurn()
    {
        // After the look ahead, and after a penalty that differentiates both players, gradients are other ones.
        GanOptions[] cases =
        [
            Some.Options with { Unrolling = new() { Steps = 2 } },
            Some.Options with { Regularizers = [new ConsensusPenalty()] },
        ];
        foreach (var options in cases)
        {
            var spy = new SpyArchitecture(options.Architecture);
            var calls = 0;
            double[] own = [];
            Trained.Run(
                options with
                {
                    Architecture = spy,
                    Steps = 1,
                    DiscriminatorUpdateHooks = [new SeenGradient(gradient => own = calls++ == 0 ? gradient : own)],
                },
                gan => Assert.AreEqual(
                    Math.Sqrt(own.Sum(value => value * value)), gan.Run.Reports[0].DiscriminatorGradientNorm, 1e-5));
        }
    }

    [TestMethod]
    public void DifferentiatedLoss_AgreesWithFiniteDifferencesInTheGeneratorsWeights()
    {
        using var game = new Play(new Unrolling { Steps = 3, IsDifferentiated = true, LearningRate = 0.5 });
        var weights = game.Players.Generator.Parameters;
        weights.ClearGradients();

        game.Loss().backward();

        var found = AssertTensor.Values(weights.Gradients);
        Assert.IsTrue(found.Max(Math.Abs) > 0.05, "The loss hardly depends on the generator.");
        for (var index = 0; index < found.Length; index++)
            Assert.AreEqual((Nudged(index, 2e-3) - Nudged(index, -2e-3)) / 4e-3, found[index], 1e-3, $"at {index}");

        // Against a discriminator that has gone there by itself the loss is the same, but its slope is the first term.
        var expected = game.Loss().ToDouble();
        weights.ClearGradients();
        var loss = game.LossOfUpdates(3);
        loss.backward();
        Assert.AreEqual(expected, loss.ToDouble(), 1e-5);
        var second = AssertTensor.Values(weights.Gradients).Zip(found, (first, both) => Math.Abs(both - first)).Max();
        Assert.IsTrue(second > 0.01, $"{second}");

        double Nudged(int index, double distance)
        {
            Add(distance);
            var value = game.Loss().ToDouble();
            Add(-distance);
            return value;

            void Add(double change)
            {
                using var _ = no_grad();
                weights.Values[index].add_(change);
            }
        }
    }

    [TestMethod]
    public void DifferentiatedUnrolling_WithATermOfBothLosses_IsRefused()
    {
        var options = Some.Options with
        {
            Regularizers = [new ConsensusPenalty()],
            Unrolling = new() { Steps = 1, IsDifferentiated = true },
        };

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => Preflight.Run(options, Some.Metadata));

        Assert.AreEqual(
            $"Unrolling.IsDifferentiated is true, but {new ConsensusPenalty()} computes its gradient from both losses, through "
                + "which updates cannot be differentiated. Set IsDifferentiated to false, or leave the regularizer out.",
            error.Message);
    }

    [TestMethod]
    public void DifferentiatedLoss_ShowsRegularizersTheWeightsOfTheFuture()
    {
        List<double[]> seen = [];
        using var game = new Play(
            new Unrolling { Steps = 2, IsDifferentiated = true }, new SpyRegularizer(Asked: round =>
            {
                var parameters = round.DiscriminatorParameters;
                Assert.IsTrue(parameters.All(parameter => parameter.requires_grad));
                seen.Add([.. parameters.SelectMany(AssertTensor.Values)]);
            }));
        var own = AssertTensor.Values(game.Players.Discriminator.Parameters.Values);

        game.Loss();

        Assert.HasCount(2, seen);
        CollectionAssert.AreEqual(own, seen[0]);
        CollectionAssert.AreNotEqual(own, seen[1]);
        Assert.HasCount(own.Length, seen[1]);
    }

    /// <summary>Tiny networks and their objective, on one batch and always the same random numbers.</summary>
    private sealed class Play : IDisposable
    {
        private readonly DisposeScope _scope = NewDisposeScope();
        private readonly SampleSet _samples = Some.Points(8);
        private readonly Generator _random = new(3);
        private readonly ControllerRunner _control;
        private readonly Unrolling _unrolling;
        private readonly Batch _batch;
        private readonly GanObjective _objective;

        public Play(Unrolling unrolling, params IRegularizer[] regularizers)
        {
            _unrolling = unrolling;
            var options = Some.Options with
            {
                Architecture = new Smooth(),
                Loss = new NonSaturatingLoss(),
                Regularizers = regularizers,
                DiscriminatorOptimizer = new Sgd { LearningRate = unrolling.LearningRate },
            };
            Players = new GanNetworks(options, _samples, new Generator(5), CPU);
            _control = new ControllerRunner(options, CPU);
            _batch = _samples[[0, 1, 2, 3, 4, 5, 6, 7]];
            _objective = new GanObjective(options, Players, _control, _random);
        }

        public GanNetworks Players { get; }

        public Tensor Loss()
        {
            _random.manual_seed(3);
            return _objective.ForUnrolledGenerator(0, _batch, _unrolling);
        }

        /// <summary>The generator's loss after updates of the discriminator, which stay.</summary>
        public Tensor LossOfUpdates(int updates)
        {
            for (var update = 0; update < updates; update++)
            {
                _random.manual_seed(3);
                Players.Discriminator.Step(_objective.ForDiscriminator(0, _batch).Loss, step: 0);
            }

            _random.manual_seed(3);
            return _objective.ForGenerator(0, _batch).Loss;
        }

        public void Dispose()
        {
            _control.Dispose();
            Players.Dispose();
            _random.Dispose();
            _samples.Dispose();
            _scope.Dispose();
        }
    }

    /// <summary>Perceptrons without kinks, which finite differences stumble over.</summary>
    private sealed class Smooth : IArchitecture
    {
        public int LatentSize => 2;

        public bool IsBounded(SampleShape shape) => false;

        public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => new ConditionalGenerator(
            null, new Sequential(new Linear(spec, 2, 4, gain: 1), new Tanh(), new Linear(spec, 4, 2, gain: 1)));

        public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) => new Discriminator(
            spec, new Sequential(new Linear(spec, 2, 4, gain: 1), new Tanh()), featureSize: 4);
    }

    /// <summary>A loss of slope 1 in every weight of the discriminator.</summary>
    private sealed record WeightSum(SpyArchitecture Networks) : IGanLoss
    {
        public Tensor ForDiscriminator(Logits logits) => Networks.Discriminator!.parameters()
            .Select(parameter => parameter.sum()).Aggregate((sum, part) => sum + part);

        public Tensor ForGenerator(Logits logits) => logits.Fake.mean();
    }

    private sealed record SeenGradient(Action<double[]> See) : IUpdateHook
    {
        public void Before(Tensor parameters, Tensor gradient) => See(AssertTensor.Values(gradient));
    }
}
