using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Networks.Architectures;
using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Tests.PiecewiseLinear;

/// <summary>Logits by their gradients, against the double backward pass that they replace.</summary>
[TestClass]
public sealed class PiecewiseLinearPassTests
{
    private static readonly SampleShape Shape = SampleShape.Image(3, 32, 32);

    public static IEnumerable<object[]> Discriminators =>
        from row in ArchitectureContractTests.All
        from classes in (int[])[0, 3]
        from rule in (IWeightParametrization?[])[null, new SpectralNormalization(), new EqualizedLearningRate()]
        where row[0] is not ProgressiveGan && (row[0] is not R3Gan || rule is null) // R3's weights of zeros bear no rule.
        select new object[] { row[0], classes, rule! };

    [TestMethod]
    [DynamicData(nameof(Discriminators))]
    public void Penalty_AndLoss_HaveTheValuesAndGradientsOfTheDoublePass(
        IArchitecture architecture, int classes, IWeightParametrization? rule)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(Shape, classes) with { WeightParametrization = rule };
        using var network = (Discriminator)architecture.CreateDiscriminator(spec);
        network.eval(); // Spectral normalization would go on from pass to pass.
        var samples = randn([4, 3, 32, 32], generator: new Generator(2));
        AssertEqualsTheDoublePass(network, samples, x => x, classes > 0 ? tensor([0L, 2, 1, 2]) : null);
    }

    [TestMethod]
    public void Penalty_WithRectifiersAtTheEndsOfBranches_HasTheGradientsOfTheDoublePass()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(2));
        Linear Layer(int inputs) => new(spec, inputs, 8, gain: 1);
        using var network = new Discriminator(
            spec,
            new Sequential(
                Layer(2),
                new Residual(new Sequential(Layer(8), new LeakyRelu(0.2)), new Sequential()),
                new Residual(new Sequential(), new Sequential(Layer(8), new LeakyRelu(0.2))),
                new SkipConnection(new Sequential(new LeakyRelu(0.2), Layer(8), new LeakyRelu(0)))),
            featureSize: 8);
        AssertEqualsTheDoublePass(network, randn([8, 2], generator: new Generator(2)), x => x);
    }

    [TestMethod]
    [DataRow("")] // D(x) = ⟨w, x⟩ + b
    [DataRow("dense")]
    [DataRow("dense, dense")]
    [DataRow("dense, rectifier, rectifier, dense")]
    [DataRow("dense, rectifier, residual")]
    public void Penalty_WhereAllSamplesShareGradientsForAWhile_HasTheGradientsOfTheDoublePass(string layers)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(8));
        nn.Module<Tensor, Tensor> Layer(string name) => name switch
        {
            "dense" => new Linear(spec, 8, 8, gain: 1),
            "rectifier" => new LeakyRelu(0.2),
            _ => new Residual(new Sequential(Layer("dense")), new Sequential()),
        };
        using var network = new Discriminator(
            spec, new Sequential([.. layers.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Layer)]), featureSize: 8);

        var samples = randn([6, 8], generator: new Generator(2));

        AssertEqualsTheDoublePass(network, samples, x => x);
        CollectionAssert.AreEqual(new long[] { 6 }, Traced(network, samples, x => x).GradientNorms().shape);
    }

    [TestMethod]
    public void Penalty_BehindAnAugmentation_HasTheGradientsOfTheDoublePass()
    {
        using var scope = NewDisposeScope();
        using var network = (Discriminator)new Mlp { Width = 16 }.CreateDiscriminator(Some.Spec(SampleShape.Vector(2)));
        var (samples, noise) = (randn([8, 2], generator: new Generator(2)), randn([8, 2], generator: new Generator(3)));
        AssertEqualsTheDoublePass(network, samples, x => x * x + noise, ofValue: 1e-5, ofGradients: 1e-5, atLeast: 1);
    }

    [TestMethod]
    [DataRow(typeof(Mlp), true)]
    [DataRow(typeof(Dcgan), true)]
    [DataRow(typeof(SnganResNet), true)]
    [DataRow(typeof(R3Gan), true)]
    [DataRow(typeof(ProgressiveGan), false)] // It has batch statistics and grows.
    public void Trace_IsThereForWhatIsPiecewiseLinear(Type architecture, bool expected)
    {
        using var scope = NewDisposeScope();
        using var network = ((IArchitecture)Activator.CreateInstance(architecture)!)
            .CreateDiscriminator(Some.Spec(Shape));
        var member = new WeightedDiscriminator(network, Downsampling: 1, Weight: 1);

        Assert.AreEqual(expected, member.PiecewiseLinear(zeros(4, 3, 32, 32), labels: null) is not null);
    }

    [TestMethod]
    public void Trace_WithSelfAttentionBatchStatisticsOrQuestions_IsNot()
    {
        using var scope = NewDisposeScope();
        using var attentive = new SnganResNet { SelfAttention = 16 }.CreateDiscriminator(Some.Spec(Shape));
        using var social = new Mlp().CreateDiscriminator(
            Some.Spec(Shape) with { MinibatchFeature = new MinibatchStandardDeviation() });
        using var asked = new Mlp().CreateDiscriminator(Some.Spec(Shape) with { Heads = [new("color", 3)] });

        foreach (var network in new[] { attentive, social, asked })
            Assert.IsNull(((Discriminator)network).PiecewiseLinear(zeros(4, 3, 32, 32), labels: null));
    }

    [TestMethod]
    public void Features_OfATracedBatch_CarryTheirGraph()
    {
        using var scope = NewDisposeScope();
        using var network = (Discriminator)new Mlp { Width = 16 }.CreateDiscriminator(Some.Spec(SampleShape.Vector(2)));
        var samples = randn([8, 2], generator: new Generator(2));

        var pass = Traced(network, samples, x => x);

        AssertTensor.AreClose(network.ForwardWithFeatures(samples, labels: null).Features!, pass.Features, 0);
        Assert.IsTrue(pass.Features.requires_grad);
    }

    /// <summary>All of a pass comes from one draw: with another for the features, these would differ.</summary>
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Features_AndLogits_OfAnAugmentedBatch_ComeFromOneDraw(bool isPiecewiseLinear)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(2));
        using var network = (Discriminator)new Mlp { Width = 16 }.CreateDiscriminator(
            isPiecewiseLinear ? spec : spec with { Heads = [new("color", 3)] });
        var (samples, random) = (randn([8, 2], generator: new Generator(2)), new Generator(3));
        List<Tensor> drawn = [];
        Tensor Augmented(Tensor x)
        {
            drawn.Add(x + randn(x.shape, generator: random));
            return drawn[^1];
        }

        var pass = Traced(network, samples, Augmented);

        var seen = Assert.ContainsSingle(drawn);
        var expected = network.ForwardWithFeatures(seen, labels: null);
        AssertTensor.AreClose(expected.Features!, pass.Features, 1e-6);
        AssertTensor.AreClose(expected.Logits, pass.Logits, 1e-5);
    }

    /// <summary>A loss with R1 and its gradients, against the plain pass and its double backward pass.</summary>
    private static void AssertEqualsTheDoublePass(
        Discriminator network, Tensor samples, Func<Tensor, Tensor> augmented, Tensor? labels = null,
        double ofValue = 1e-4, double ofGradients = 2e-4, double atLeast = 1e-3)
    {
        Stir(network);
        var (value, gradients) = Differentiated(network, Traced(network, samples, augmented, labels));
        var (expected, expectedGradients) = Differentiated(
            network, DiscriminatorPass.Of(x => new(network.forward(augmented(x), labels)), samples, inputGradients: true));

        Assert.AreEqual(expected, value, ofValue * Math.Abs(expected));
        foreach (var (gradient, other) in gradients.Zip(expectedGradients))
            AssertTensor.AreClose(other, gradient, ofGradients * Math.Max(atLeast, other.abs().max().ToDouble()));
    }

    private static DiscriminatorPass Traced(
        Discriminator network, Tensor samples, Func<Tensor, Tensor> augmented, Tensor? labels = null) =>
        new DiscriminatorPasses(new(network, Downsampling: 1, Weight: 1), labels, augmented)
            .WithInputGradients(samples, features: true);

    private static (double Value, IList<Tensor> Gradients) Differentiated(nn.Module network, DiscriminatorPass pass)
    {
        var penalty = pass.SquaredGradientNorms().mean();
        var loss = softplus(-pass.Logits).mean() + 5 * penalty;
        return (loss.ToDouble(), autograd.grad([loss], [.. network.parameters()]));
    }

    /// <summary>Biases begin at 0, and some weights too: then half of what is asked would hold by itself.</summary>
    private static void Stir(nn.Module network)
    {
        using var _ = no_grad();
        var random = new Generator(7);
        foreach (var parameter in network.parameters())
            parameter.add_(0.1 * randn(parameter.shape, generator: random));
    }
}
