using MLNet.Gan.Networks;
using MLNet.Gan.Regularizers;
using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Tests.Networks;

/// <summary>Logits by their slopes, against the double backward pass that they replace.</summary>
[TestClass]
public sealed class AffineTraceTests
{
    private static readonly SampleShape Shape = SampleShape.Image(3, 32, 32);

    public static IEnumerable<object[]> Discriminators =>
        from row in ArchitectureContractTests.All
        from classes in (int[])[0, 3]
        from rule in (IWeightRule?[])[null, new SpectralNormalization(), new EqualizedLearningRate()]
        where row[0] is not Progressive && (row[0] is not R3 || rule is null) // R3's weights of zeros bear no rule.
        select new object[] { row[0], classes, rule! };

    [TestMethod]
    [DynamicData(nameof(Discriminators))]
    public void Penalty_AndLoss_HaveTheValuesAndGradientsOfTheDoublePass(
        IArchitecture architecture, int classes, IWeightRule? rule)
    {
        using var scope = NewDisposeScope();
        using var network = architecture.CreateDiscriminator(Some.Spec(Shape, classes) with { WeightRule = rule });
        network.eval(); // Spectral normalization would go on from pass to pass.
        Stir(network);
        var samples = randn([4, 3, 32, 32], generator: new Generator(2));
        var labels = classes > 0 ? tensor([0L, 2, 1, 2]) : null;

        var (value, slopes) = Differentiated(network, samples, x => ((IJudge)network).Judge(x, labels));
        var (expected, expectedSlopes) = Differentiated(network, samples, x => new(network.forward(x, labels)));

        Assert.AreEqual(expected, value, 1e-4 * Math.Abs(expected));
        foreach (var (slope, other) in slopes.Zip(expectedSlopes))
            AssertTensor.AreClose(other, slope, 2e-4 * Math.Max(1e-3, other.abs().max().ToDouble()));
    }

    [TestMethod]
    public void Penalty_BehindAnAugmentation_HasTheGradientsOfTheDoublePass()
    {
        using var scope = NewDisposeScope();
        using var network = new Mlp { Width = 16 }.CreateDiscriminator(Some.Spec(SampleShape.Vector(2)));
        Stir(network);
        var (samples, noise) = (randn([8, 2], generator: new Generator(2)), randn([8, 2], generator: new Generator(3)));

        var (value, slopes) = Differentiated(network, samples, x => ((IJudge)network).Judge(x * x + noise, null));
        var (expected, others) = Differentiated(network, samples, x => new(network.forward(x * x + noise, null)));

        Assert.AreEqual(expected, value, 1e-5 * Math.Abs(expected));
        foreach (var (slope, other) in slopes.Zip(others))
            AssertTensor.AreClose(other, slope, 1e-5 * Math.Max(1, other.abs().max().ToDouble()));
    }

    [TestMethod]
    [DataRow(typeof(Mlp), true)]
    [DataRow(typeof(Dcgan), true)]
    [DataRow(typeof(ResNet), true)]
    [DataRow(typeof(R3), true)]
    [DataRow(typeof(Progressive), false)] // It has batch statistics and grows.
    public void Judge_OfSamplesWithGradients_TracesWhatIsPiecewiseLinear(Type architecture, bool expected)
    {
        using var scope = NewDisposeScope();
        using var network = ((IArchitecture)Activator.CreateInstance(architecture)!).CreateDiscriminator(Some.Spec(Shape));
        var samples = zeros(4, 3, 32, 32);

        Assert.IsNull(((IJudge)network).Judge(samples, null).Trace);
        Assert.AreEqual(expected, ((IJudge)network).Judge(samples.requires_grad_(), null).Trace is not null);
    }

    [TestMethod]
    public void Judge_WithSelfAttentionOrBatchStatistics_TracesNothing()
    {
        using var scope = NewDisposeScope();
        using var attentive = new ResNet { SelfAttention = 16 }.CreateDiscriminator(Some.Spec(Shape));
        using var social = new Mlp().CreateDiscriminator(
            Some.Spec(Shape) with { BatchStatistic = new MinibatchStandardDeviation() });
        var samples = zeros(4, 3, 32, 32).requires_grad_();

        Assert.IsNull(((IJudge)attentive).Judge(samples, null).Trace);
        Assert.IsNull(((IJudge)social).Judge(samples, null).Trace);
    }

    /// <summary>A loss with R1, and its gradients with respect to the parameters.</summary>
    private static (double Value, IList<Tensor> Gradients) Differentiated(
        nn.Module network, Tensor samples, Func<Tensor, Verdict> judge)
    {
        var judged = new Judged(judge, samples);
        var penalty = judged.SquaredGradientNorms().mean();
        var loss = softplus(-judged.Logits).mean() + 5 * penalty;
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
