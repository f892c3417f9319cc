using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>Each batch statistic by hand, and what all of them must do.</summary>
[TestClass]
public sealed class MinibatchFeatureTests
{
    public static IEnumerable<object[]> All => Implementations.Of<IMinibatchFeature>();

    [TestMethod]
    public void Statistics_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[] { typeof(MinibatchDiscrimination), typeof(MinibatchStandardDeviation) },
        All.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Statistic_IsAppendedAndTellsACollapsedBatch(IMinibatchFeature statistic)
    {
        using var scope = NewDisposeScope();
        using var layer = statistic.Create(Some.Spec(SampleShape.Vector(1)), 6);
        var varied = randn([8, 6], generator: new Generator(1));
        var collapsed = varied[0].expand(8, 6);

        var (ofVaried, ofCollapsed) = (layer.forward(varied), layer.forward(collapsed));

        CollectionAssert.AreEqual(new long[] { 8, 6 + statistic.Added }, ofVaried.shape);
        AssertTensor.AreClose(varied, ofVaried.narrow(1, 0, 6), tolerance: 0);
        var difference = (ofVaried - ofCollapsed).narrow(1, 6, statistic.Added).abs().min().ToDouble();
        Assert.IsTrue(difference > 0.1, $"{statistic} tells them apart by {difference} only.");
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Statistic_OfEqualSamplesOrOne_CanBeDifferentiatedTwice(IMinibatchFeature statistic)
    {
        foreach (var rows in new[] { 1, 4 })
        {
            using var scope = NewDisposeScope();
            using var layer = statistic.Create(Some.Spec(SampleShape.Vector(1)), 3);
            var input = ones(rows, 3).requires_grad_(true);

            var gradient = autograd.grad(
                [layer.forward(input).square().sum()], [input], retain_graph: true, create_graph: true)[0];
            gradient.square().sum().backward();

            AssertTensor.IsFinite(gradient);
            AssertTensor.IsFinite(input.grad!);
        }
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Gradient_OfASample_AgreesWithFiniteDifferences(IMinibatchFeature statistic)
    {
        using var scope = NewDisposeScope();
        using var layer = statistic.Create(Some.Spec(SampleShape.Vector(1)), 3);
        var weights = layer.parameters().Select(weight => weight.detach().@double().flatten(0)).ToArray();
        using var precise = new ParameterSubstitution(layer, weights.Length > 0 ? cat(weights) : zeros(0));
        var input = randn([4, 3], generator: new Generator(2)).@double().requires_grad_(true);
        var target = randn([4, 3 + statistic.Added], generator: new Generator(3)).@double();
        Tensor Value() => (layer.forward(input) * target).sum();

        Value().backward();

        using var _ = no_grad();
        for (var index = 0; index < 12; index++)
        {
            input.flatten(0)[index].add_(1e-5);
            var above = Value().ToDouble();
            input.flatten(0)[index].add_(-2e-5);
            var below = Value().ToDouble();
            input.flatten(0)[index].add_(1e-5);
            Assert.AreEqual((above - below) / 2e-5, AssertTensor.Values(input.grad!)[index], 1e-7, $"at {index}");
        }
    }

    [TestMethod]
    public void MinibatchDiscrimination_OfThreePoints_IsAsWorkedOutByHand()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchDiscrimination { Kernels = 2, KernelSize = 1 }
            .Create(Some.Spec(SampleShape.Vector(1)), 2);
        using (no_grad())
            layer.get_parameter("weight.raw")!.copy_(tensor(new float[,] { { 1, 0 }, { 0, 0.5f } }));

        var output = layer.forward(tensor(new float[,] { { 0, 0 }, { 1, 0 }, { 3, 4 } }));

        // The first kernel sees 0, 1, 3 (distances 1, 3, 2), the second 0, 0, 2 (distances 0, 2, 2).
        var (e1, e2, e3) = (Math.Exp(-1), Math.Exp(-2), Math.Exp(-3));
        AssertTensor.AreClose(
            [e1 + e3, 1 + e2, e1 + e2, 1 + e2, e3 + e2, 2 * e2], output.narrow(1, 2, 2), tolerance: 1e-6);
    }

    [TestMethod]
    public void MinibatchDiscrimination_OfManySamples_ComparesAllPairs()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchDiscrimination { Kernels = 16, KernelSize = 8 }
            .Create(Some.Spec(SampleShape.Vector(1)), 4);
        var samples = randn([203, 4], generator: new Generator(1));

        var seen = samples.matmul(layer.get_parameter("weight.raw")!.t()).reshape(203, 16, 8);
        var distances = (seen.unsqueeze(0) - seen.unsqueeze(1)).abs().sum(3);
        AssertTensor.AreClose(
            (-distances).exp().sum(1) - 1, layer.forward(samples).narrow(1, 4, 16), tolerance: 1e-4);
    }

    // Kernels · size · features = 16 · 8 · 10.
    [TestMethod]
    public void MinibatchDiscrimination_HasOneTensor()
    {
        using var layer = new MinibatchDiscrimination().Create(Some.Spec(SampleShape.Vector(1)), 10);

        Assert.AreEqual(1280, layer.parameters().Single().numel());
    }

    [TestMethod]
    public void MinibatchDiscrimination_OfStandardFeatures_BeginsAboutOneApart()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchDiscrimination { Kernels = 64 }.Create(Some.Spec(SampleShape.Vector(1)), 100);

        var nearness = layer.forward(randn([33, 100], generator: new Generator(1))).narrow(1, 100, 64).mean() / 32;

        Assert.AreEqual(Math.Exp(-1), nearness.ToDouble(), 0.05); // a little above, as exp is convex
    }

    [TestMethod]
    [DataRow(2, new[] { 1.0, 2, 5, 10 }, new[] { 2.0, 4, 2, 4 })] // groups {1, 5} and {2, 10}
    [DataRow(4, new[] { 1.0, 1, 5, 5 }, new[] { 2.0, 2, 2, 2 })]
    [DataRow(3, new[] { 1.0, 2, 5, 2 }, new[] { 2.0, 0, 2, 0 })] // groups of 2: {1, 5}, {2, 2}
    [DataRow(9, new[] { 1.0, 5 }, new[] { 2.0, 2 })]
    [DataRow(2, new[] { 1.0, 5, 9 }, new[] { 0.0, 0, 0 })] // nothing but 1 divides 3
    public void MinibatchStandardDeviation_OfOneFeature_IsItsGroups(int groupSize, double[] values, double[] expected)
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation { GroupSize = groupSize }
            .Create(Some.Spec(SampleShape.Vector(1)), 1);

        var output = layer.forward(tensor(values).reshape(-1, 1));

        AssertTensor.AreClose(expected, output.narrow(1, 1, 1), tolerance: 2e-4); // √10⁻⁸ where nothing varies
    }

    [TestMethod]
    public void MinibatchStandardDeviation_OfTwoFeatures_IsTheMean()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation().Create(Some.Spec(SampleShape.Vector(1)), 2);

        var output = layer.forward(tensor(new float[,] { { 1, 0 }, { 5, 6 } })); // deviations 2 and 3

        AssertTensor.AreClose([2.5, 2.5], output.narrow(1, 2, 1), tolerance: 1e-5);
    }
}
