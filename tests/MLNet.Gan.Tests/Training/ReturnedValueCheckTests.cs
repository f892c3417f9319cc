using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>
/// Mistakes in records of the user's own are exceptions that name the record, before a row is read; none of them ends
/// the process, which would end this test too.
/// </summary>
[TestClass]
public sealed class ReturnedValueCheckTests
{
    private const string Learns = "Training needs it: use tensor operations, without detach() or "
        + "no_grad().";
    private const string LossLearns = "It has no gradient. Compute it from the logits, and the logits from the "
        + "samples, with tensor operations, without detach(), no_grad() or numbers read from a tensor.";
    private const string AsMany = "Return as many samples as were given, of the same shape, type and device.";
    private static readonly GanOptions Options = TestData.Options with { Regularizers = [new R1Penalty()] };
    private static readonly NonSaturatingLoss Right = new();

    [TestMethod]
    public void Loss_ThatIsNoScalar_IsRefused() => AssertRefused(
        Options with { Loss = new GivenLoss(logits => -logits.Fake, Right.ForGenerator) },
        "GivenLoss.ForDiscriminator returned a tensor [8]. Return a scalar, such as the mean of it.");

    [TestMethod]
    public void Loss_ThatIsNull_IsRefused() => AssertRefused(
        Options with { Loss = new GivenLoss(Right.ForDiscriminator, _ => null!) },
        "GivenLoss.ForGenerator returned a tensor null. Return a scalar, such as the mean of it.");

    [TestMethod]
    public void Loss_OfDetachedLogits_IsRefused() => AssertRefused(
        Options with { Loss = new GivenLoss(logits => logits.Fake.detach().mean(), Right.ForGenerator) },
        $"GivenLoss.ForDiscriminator returned a number without a graph. {LossLearns}");

    [TestMethod]
    public void Loss_ThatIsAConstant_IsRefused() => AssertRefused(
        Options with { Loss = new GivenLoss(Right.ForDiscriminator, _ => tensor(1f)) },
        $"GivenLoss.ForGenerator returned a number without a graph. {LossLearns}");

    [TestMethod]
    public void Loss_OfOneRow_IsTakenAsAScalar()
    {
        var loss = new GivenLoss(logits => Right.ForDiscriminator(logits).reshape(1), logits => Right.ForGenerator(logits).reshape(1, 1));

        using var model = Fit(Options with { Loss = loss });
        using var plain = Fit(Options with { Loss = Right });

        TestData.AssertSame(TestData.Read(plain.Generate(3)), TestData.Read(model.Generate(3)));
    }

    [TestMethod]
    public void Loss_ThatChangesItsOwnSteps_IsRefusedInLibtorchsWords() => AssertRefusedFor(
        Options with
        {
            Loss = new GivenLoss(logits => { var bent = logits.Fake.exp(); bent.add_(1); return bent.mean(); }, Right.ForGenerator),
            Regularizers = [new ConsensusPenalty()], // It asks autograd.grad, which would end the process.
        },
        "GivenLoss", "modified by an inplace operation");

    [TestMethod]
    public void Regularizer_ThatIsNoScalar_IsRefused() => AssertRefused(
        Options with { Regularizers = [new GivenPenalty(context => context.Real.Logits.square())] },
        "GivenPenalty.Penalty returned a tensor [8]. Return a scalar, such as the mean of it.");

    [TestMethod]
    public void Regularizer_ThatIsDetached_IsRefused() => AssertRefused(
        Options with { Regularizers = [new GivenPenalty(context => context.Real.Logits.square().mean().detach() + 1)] },
        "GivenPenalty.Penalty returned a number without a graph. It would have no effect. Compute it from the context "
            + "with tensor operations, without detach(), no_grad() or numbers read from a tensor; or return 0 where there "
            + "is nothing to penalize.");

    [TestMethod]
    public void Regularizer_ThatIsZero_IsTaken()
    {
        using var model = Fit(Options with { Regularizers = [new GivenPenalty(_ => zeros([]))] });
        using var plain = Fit(Options with { Regularizers = [] });

        TestData.AssertSame(TestData.Read(plain.Generate(3)), TestData.Read(model.Generate(3)));
    }

    [TestMethod]
    public void Regularizer_ThatGoesWrongLater_IsRefusedThen()
    {
        var options = Some.Options with
        {
            Regularizers = [new GivenPenalty(context => context.Step < 3 ? zeros([]) : context.Real.Logits)],
        };

        var thrown = Assert.ThrowsExactly<TrainingFailedException>(() => Trained.Run(options));

        StringAssert.StartsWith(thrown.Message, "Training stopped at step 3: InvalidOperationException: GivenPenalty.Penalty returned a tensor [8].");
    }

    [TestMethod]
    public void Augmentation_ThatDropsSamples_IsRefused() => AssertRefused(
        Options with { Augmentations = [new SpyAugmentation((samples, _) => samples.narrow(0, 0, 4))] },
        "SpyAugmentation.Apply returned a tensor [4, 2] of Float32 on cpu, where a tensor [8, 2] of Float32 on cpu is needed. "
            + AsMany);

    [TestMethod]
    public void Augmentation_ThatChangesTheType_IsRefused() => AssertRefused(
        Options with { Augmentations = [new SpyAugmentation((samples, _) => samples.@double())] },
        "SpyAugmentation.Apply returned a tensor [8, 2] of Float64 on cpu, where a tensor [8, 2] of Float32 on cpu is needed. "
            + AsMany);

    [TestMethod]
    public void Augmentation_ThatDetaches_IsRefused() => AssertRefused(
        Options with { Augmentations = [new SpyAugmentation((samples, _) => samples.detach() * 2)] },
        $"SpyAugmentation.Apply returned samples without their graph. {Learns}");

    [TestMethod]
    public void Augmentation_ThatChangesItsOwnSteps_IsRefusedInLibtorchsWords() => AssertRefusedFor(
        Options with
        {
            Augmentations = [new SpyAugmentation((samples, _) => { var bent = samples.exp(); bent.sub_(1); return bent; })],
        },
        "SpyAugmentation", "modified by an inplace operation");

    [TestMethod]
    public void Discriminator_ThatAnswersInAColumn_IsRefused() => AssertRefused(
        Options with { Architecture = new FaultyArchitecture { Logits = logits => logits.unsqueeze(1) } },
        "Faulty returned logits [8, 1] for 8 samples. Return one for each, [8].");

    [TestMethod]
    public void Discriminator_ThatDetaches_IsRefused() => AssertRefused(
        Options with { Architecture = new FaultyArchitecture { Logits = logits => logits.detach() } },
        "Faulty returned logits without a graph to its parameters. Training needs it: use tensor operations, "
            + "without detach() or no_grad(), and leave requires_grad of a parameter true.");

    [TestMethod]
    public void Discriminator_WithoutADeclaredHead_IsRefused() => AssertRefused(
        WithHeads(_ => []),
        "Headed returned no head 'generator'. Regularizers need it: return a tensor [8, 3] in Heads for each of "
            + "NetworkSpec.Heads.");

    [TestMethod]
    public void Discriminator_WithAHeadOfAnotherShape_IsRefused() => AssertRefused(
        WithHeads(features => new() { ["generator"] = features.narrow(1, 0, 2) }),
        "Headed returned a tensor [8, 2] as head 'generator'. Regularizers need it: return a tensor [8, 3] in Heads for "
            + "each of NetworkSpec.Heads.");

    [TestMethod]
    public void Discriminator_WithADeclaredHead_IsTrained()
    {
        using var model = Fit(WithHeads(features => new() { ["generator"] = features }));

        Assert.AreEqual(Options.Steps, model.Run!.Steps);
    }

    [TestMethod]
    public void Discriminator_OnAnotherDevice_IsRefused() => AssertRefused(
        Options with { Architecture = new FaultyArchitecture { Device = device("meta") } },
        "'0.more' of the discriminator is on meta, but training runs on cpu. Make every parameter and buffer "
            + "there, which is NetworkSpec.Device.");

    [TestMethod]
    public void NetworkOfAPenalty_OnAnotherDevice_IsRefused()
    {
        using var network = nn.Linear(2, 3, device: device("meta"));
        network.eval();

        AssertRefused(
            Options with { Regularizers = [new PerceptualMatching { Network = network }] },
            "'weight' of the Network of PerceptualMatching is on meta, but training runs on cpu. Make every parameter and "
                + "buffer there, which is NetworkSpec.Device.");
    }

    [TestMethod]
    public void NetworkOfAPenalty_ForOtherSamples_IsRefused()
    {
        using var network = nn.Linear(5, 3);
        network.eval();

        AssertRefusedFor(
            Options with { Regularizers = [new PerceptualMatching { Network = network }] },
            "A first step with Linear fails", "mat1 and mat2 shapes cannot be multiplied (8x2 and 5x3)");
    }

    [TestMethod]
    public void Generator_OfAnotherShape_IsRefused() => AssertRefused(
        Options with { Architecture = new FaultyArchitecture { Samples = samples => samples.repeat(1, 2) } },
        "Faulty.forward returned a tensor [8, 4] of Float32 on cpu, where a tensor [8, 2] of Float32 on cpu is needed. Return "
            + "one sample of the options' Shape for each latent, of the type and device of the latents.");

    [TestMethod]
    public void Generator_ThatDetaches_IsRefused() => AssertRefused(
        Options with { Architecture = new FaultyArchitecture { Samples = samples => samples.detach() } },
        "Faulty.forward returned samples without a graph. Training needs it: use tensor operations, without detach() or no_grad(), "
            + "and leave requires_grad of a parameter true.");

    [TestMethod]
    public void Generator_WhoseFileComputesSomethingElse_IsRefusedBeforeTheTraining() => AssertRefusedFor(
        Options with { Architecture = new FaultyArchitecture { File = (graph, samples) => graph.Add("Neg", [samples]) } },
        "ONNX Runtime's samples differ", "Check the AddTo of Faulty.");

    [TestMethod]
    public void GradientOfACriticThatDoesNotLook_IsRefused()
    {
        using var scope = NewDisposeScope();
        var samples = ones(3, 2);
        var constant = ones(3).requires_grad_(true);

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() =>
            DiscriminatorPass.Of(_ => new(constant * 2), samples, inputGradients: true));
        StringAssert.StartsWith(thrown.Message, "The sum of the discriminator's logits cannot be differentiated, since it does not depend");

        thrown = Assert.ThrowsExactly<InvalidOperationException>(() =>
            DiscriminatorPass.Of(_ => new(ones(3)), samples, inputGradients: true));
        StringAssert.StartsWith(thrown.Message, "The sum of the discriminator's logits cannot be differentiated, since "
            + "it has no graph");
    }

    private static GanTransformer Fit(GanOptions options) => TestData.Context.Gan.Trainers.Gan(options).Fit(TestData.Points(10));

    private static GanOptions WithHeads(Func<Tensor, Dictionary<string, Tensor>> heads)
    {
        var architecture = Architecture.Of(4, _ => nn.Linear(4, 2), _ => new Headed(heads));
        return Options with
        {
            Architecture = new MultipleGenerators { Inner = architecture, Count = 3 },
            Regularizers = [new GeneratorIdentification { Generators = 3 }],
        };
    }

    private static void AssertRefused(GanOptions options, string message) => AssertRefusedFor(options, message);

    private static void AssertRefusedFor(GanOptions options, string start, string? part = null)
    {
        var view = new CountingView(TestData.Points(10));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => TestData.Context.Gan.Trainers.Gan(options).Fit(view));

        if (part is null)
            Assert.AreEqual(start, thrown.Message);
        StringAssert.Contains(thrown.Message, start);
        StringAssert.Contains(thrown.Message, part ?? start);
        Assert.AreEqual(0, view.RowsRead);
    }

    private sealed class Headed : nn.Module<Tensor, Tensor>, IFeatureDiscriminator
    {
        private readonly Func<Tensor, Dictionary<string, Tensor>> _heads;
        private readonly nn.Module<Tensor, Tensor> _main = nn.Linear(2, 1);

        public Headed(Func<Tensor, Dictionary<string, Tensor>> heads) : base(nameof(Headed))
        {
            _heads = heads;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _main.call(input);

        public DiscriminatorOutput ForwardWithFeatures(Tensor samples, Tensor? labels)
        {
            var logits = forward(samples);
            var features = cat([samples, logits], 1);
            return new(logits, features) { Heads = _heads(features) };
        }
    }

    private sealed record GivenLoss(Func<Logits, Tensor> Discriminator, Func<Logits, Tensor> Generator) : IGanLoss
    {
        public Tensor ForDiscriminator(Logits logits) => Discriminator(logits);

        public Tensor ForGenerator(Logits logits) => Generator(logits);
    }

    private sealed record GivenPenalty(Func<RegularizerContext, Tensor> Value) : IRegularizer
    {
        public Player Player => Player.Discriminator;

        public Tensor Penalty(RegularizerContext context) => Value(context);
    }
}
