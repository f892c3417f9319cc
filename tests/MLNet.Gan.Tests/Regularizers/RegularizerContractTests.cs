using MLNet.Gan.Regularizers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Regularizers;

/// <summary>What every regularizer must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class RegularizerContractTests
{
    private const double Nudge = 1e-5;

    public static IEnumerable<object[]> Regularizers => Implementations.Of<IRegularizer>();

    [TestMethod]
    public void Regularizers_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[] { typeof(R1Penalty), typeof(R2Penalty), typeof(GradientPenalty) },
        Regularizers.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Regularizers))]
    public void Penalty_IsAScalarThatIsNotNegativeAndReachesTheParameters(IRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        var (weights, head) = Critic();

        var penalty = Penalty(regularizer, weights, head);
        penalty.backward();

        Assert.AreEqual(0, penalty.dim());
        Assert.IsTrue(penalty.ToDouble() >= 0, $"{regularizer}: {penalty.ToDouble()}");
        AssertTensor.IsFinite(weights.grad!);
        Assert.AreNotEqual(0, weights.grad!.abs().min().ToDouble(), $"{regularizer} does not reach a weight.");
        Assert.AreNotEqual(0, head.grad!.abs().min().ToDouble(), $"{regularizer} does not reach a weight of the head.");
    }

    [TestMethod]
    [DynamicData(nameof(Regularizers))]
    public void Penalty_DifferentiatedByTheParameters_AgreesWithFiniteDifferences(IRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        var (weights, head) = Critic();
        Penalty(regularizer, weights, head).backward();

        foreach (var parameter in new[] { weights, head })
        {
            var expected = Enumerable.Range(0, (int)parameter.numel()).Select(index => Slope(parameter, index)).ToArray();
            AssertTensor.AreClose(expected, parameter.grad!, tolerance: 1e-6);
        }

        double Slope(Tensor parameter, int index)
        {
            Add(parameter, index, Nudge);
            var above = Penalty(regularizer, weights, head).ToDouble();
            Add(parameter, index, -2 * Nudge);
            var below = Penalty(regularizer, weights, head).ToDouble();
            Add(parameter, index, Nudge);
            return (above - below) / (2 * Nudge);
        }
    }

    private static void Add(Tensor parameter, int index, double change)
    {
        using var _ = no_grad();
        parameter.flatten(0)[index].add_(change);
    }

    /// <summary>D(x) = tanh(xW)v in double precision, on equal samples and chance each time.</summary>
    private static Tensor Penalty(IRegularizer regularizer, Tensor weights, Tensor head)
    {
        using var random = new Generator(3);
        var samples = randn([10, 2], dtype: ScalarType.Float64, generator: random);
        return regularizer.Penalty(Some.Round(
            x => x.matmul(weights).tanh().matmul(head), real: samples.narrow(0, 0, 5), fake: samples.narrow(0, 5, 5)));
    }

    private static (Tensor Weights, Tensor Head) Critic() => (
        tensor([0.5, -1.2, 0.7, 0.3, 0.9, -0.4]).reshape(2, 3).requires_grad_(true),
        tensor([0.8, -0.6, 1.1]).requires_grad_(true));
}
