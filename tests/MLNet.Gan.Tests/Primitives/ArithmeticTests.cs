using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Primitives;

/// <summary>Sums and products that hold their numbers, bit for bit those of TorchSharp's operators.</summary>
[TestClass]
public sealed class ArithmeticTests
{
    private static readonly (string Name, Func<Tensor, Tensor> Ours, Func<Tensor, Tensor> TorchSharps)[] Operations =
    [
        ("x + x³", x => x.Plus(x * x * x), x => x + x * x * x),
        ("x + 0.1", x => x.Plus(0.1), x => x + 0.1),
        ("x + 3", x => x.Plus(3), x => x + 3),
        ("x − 0.1", x => x.Minus(0.1), x => x - 0.1),
        ("x − 3", x => x.Minus(3), x => x - 3),
        ("x · 0.1", x => x.Times(0.1), x => x * 0.1),
        ("x · 3", x => x.Times(3), x => x * 3),
        ("x / 0.3", x => x.Over(0.3), x => x / 0.3),
        ("x²", x => x.Squared(), x => x.square()),
        ("softplus x", x => x.Softplus(), x => nn.functional.softplus(x)),
        ("0.1 + x", x => 0.1.Plus(x), x => 0.1 + x),
        ("0.1 − x", x => 0.1.Minus(x), x => 0.1 - x),
        ("0.1 · x", x => 0.1.Times(x), x => 0.1 * x),
        ("0.3 / x", x => 0.3.Over(x), x => 0.3 / x),
    ];

    public static IEnumerable<object[]> Names => Operations.Select(operation => new object[] { operation.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Operation_GivesTheValueSlopeAndCurvatureOfTorchSharps(string name)
    {
        using var scope = NewDisposeScope();
        var (_, ours, theirs) = Operations.Single(operation => operation.Name == name);

        foreach (var (found, expected) in Derivatives(ours).Zip(Derivatives(theirs)))
            CollectionAssert.AreEqual(AssertTensor.Values(expected), AssertTensor.Values(found));
    }

    [TestMethod]
    public void NumbersThatAreWhole_LeaveWholeNumbersWhole()
    {
        using var scope = NewDisposeScope();
        var whole = tensor([1L << 60]);

        // 2⁶⁰ + 1 is no number of either floating precision.
        AssertWhole((1L << 60) + 1, whole.Plus(1));
        AssertWhole((1L << 60) - 1, whole.Minus(1));
        AssertWhole(3 * (1L << 60), whole.Times(3));
        AssertWhole(1L << 61, whole.Plus(whole));
    }

    [TestMethod]
    public void ToNumber_OfEitherPrecisionAndOfWholeNumbers_IsTheNumber()
    {
        using var scope = NewDisposeScope();

        Assert.AreEqual(0.1f, tensor(0.1f).ToNumber());
        Assert.AreEqual(0.1, tensor(0.1).ToNumber());
        Assert.AreEqual(7, tensor(7L).ToNumber());
    }

    private static Tensor[] Derivatives(Func<Tensor, Tensor> function)
    {
        var x = tensor([-25f, -1.7f, -0.3f, 0.2f, 1.3f, 19f, 21f], requires_grad: true);
        var value = function(x);
        var slope = autograd.grad([value.sum()], [x], retain_graph: true, create_graph: true)[0];
        return slope.requires_grad
            ? [value, slope, autograd.grad([(slope * slope).sum()], [x])[0]]
            : [value, slope];
    }

    private static void AssertWhole(long expected, Tensor found)
    {
        Assert.AreEqual(ScalarType.Int64, found.dtype);
        Assert.AreEqual(expected, found.item<long>());
    }
}
