using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;
using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

[TestClass]
public sealed class GeneratorIdentificationTests
{
    [TestMethod]
    public void Heads_AskForTheGeneratorAndLeaveTheLabels() => Assert.AreEqual(
        new DiscriminatorHead("generator", 7), new GeneratorIdentification { Generators = 7 }.Heads(classes: 3).Single());

    [TestMethod]
    public void Penalty_IsTheWeightedCrossEntropyOfTheChoice()
    {
        using var scope = NewDisposeScope();

        // Of two generators the first fake is the second's (u > 0), of probability 1/4, the other the first's: 3/4.
        var context = Context([MathF.Log(3), 0, MathF.Log(3), 0], latents: [-1, 5, 1, -5]);

        AssertTensor.AreClose(
            3 * (Math.Log(4) + Math.Log(4 / 3.0)) / 2,
            new GeneratorIdentification { Generators = 2, Weight = 3 }.Penalty(context));
    }

    [TestMethod]
    public void Penalty_BesideALogisticLoss_IsTheLossOfOneSoftmaxOverGeneratorsAndReal()
    {
        using var scope = NewDisposeScope();
        float[] answers = [0.3f, -1.2f, 0.8f, 2, 0.1f, -0.4f];
        var context = Context(answers, latents: [0, -3, 0, 3], generators: 3);
        var (logit, head) = (context.Fake.Logits, context.Fake.Head("generator"));

        var loss = softplus(logit).mean() + new GeneratorIdentification { Generators = 3 }.Penalty(context);

        // The paper's: cross-entropy of (f, ℓ + logsumexp f) with the generators' numbers, 0 and 2.
        var softmax = cat([head, (logit + head.exp().sum(1).log()).unsqueeze(1)], 1);
        AssertTensor.AreClose(cross_entropy(softmax, tensor([0L, 2])), loss);
    }

    [TestMethod]
    public void Generators_OfARun_AreToldApartAndKeepApart()
    {
        List<double> penalties = [];
        var four = new MultipleGenerators { Inner = new Mlp { LatentSize = 2, Width = 16, Depth = 2 } };
        using var ring = Ring();
        var options = Some.Options with
        {
            Architecture = four,
            Loss = new NonSaturatingLoss(),
            Regularizers = [new Heard(new GeneratorIdentification(), penalties.Add)],
            Optimizer = new Adam { LearningRate = 2e-3 },
            BatchSize = 64,
            Steps = 200,
        };

        Trained.Run(options, gan =>
        {
            using var scope = NewDisposeScope();
            var latents = randn([400, four.LatentSize], generator: new Generator(3));
            var samples = gan.Generator.forward(latents, null);
            var choice = GeneratorChoice.Of(latents, 4);
            Tensor[] middles = [.. Enumerable.Range(0, 4).Select(number => Mean(samples, choice == number))];

            // Points on a ring of radius 1: each generator has places that are on the whole its own.
            for (var one = 0; one < 4; one++)
                for (var other = 0; other < one; other++)
                {
                    var distance = (middles[one] - middles[other]).norm().ToDouble();
                    Assert.IsTrue(distance > 0.3, $"{one} and {other} are {distance} apart.");
                }
        }, ring);

        // Who guesses has ln 4 = 1.39.
        Assert.IsTrue(penalties.Take(5).Average() > 1.1, $"{penalties[0]}");
        Assert.IsTrue(penalties.TakeLast(20).Average() < 0.9, $"{penalties.TakeLast(20).Average()}");
    }

    private static Tensor Mean(Tensor samples, Tensor chosen)
    {
        var weights = chosen.to(ScalarType.Float32);
        return (samples * weights.unsqueeze(1)).mean([0]) / weights.mean();
    }

    /// <summary>
    /// Two fakes with a latent each, on which the head answers as given, a row each, and the logits are 1 and −2.
    /// </summary>
    private static RegularizerContext Context(float[] answers, float[] latents, int generators = 2)
    {
        var (fake, logits, head) = (zeros(2, 1), tensor([1f, -2]), tensor(answers).reshape(2, generators));
        DiscriminatorOutput Discriminate(Tensor samples) =>
            new(logits) { Heads = new Dictionary<string, Tensor> { ["generator"] = head } };
        return new(0, new DiscriminatorPass(fake), DiscriminatorPass.Of(Discriminate, fake))
        {
            Latents = tensor(latents).reshape(2, 2),
        };
    }

    /// <summary>Eight places at equal distances on a circle of radius 1, sixteen points each.</summary>
    private static SampleSet Ring()
    {
        using var scope = NewDisposeScope();
        var angles = arange(128, ScalarType.Float32) * (Math.PI / 4);
        var places = stack([angles.cos(), angles.sin()], 1);
        return new((places + 0.02 * randn([128, 2], generator: new Generator(2))).DetachFromDisposeScope());
    }

    /// <summary>A regularizer that is heard.</summary>
    private sealed record Heard(IRegularizer Inner, Action<double> Hear) : IRegularizer
    {
        public Player Player => Inner.Player;

        public IReadOnlyList<DiscriminatorHead> Heads(int classes) => Inner.Heads(classes);

        public Needs NeedsIn(Player turn) => Inner.NeedsIn(turn);

        public Tensor Penalty(RegularizerContext context)
        {
            var penalty = Inner.Penalty(context);
            Hear(penalty.ToDouble());
            return penalty;
        }
    }
}
