using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Optimizers;

/// <summary>What every rule around updates must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class UpdateHookContractTests
{
    private static readonly float[] Large = [300, -400, 0, 1e-3f];

    public static IEnumerable<object[]> Rules => Implementations.Of<IUpdateHook>();

    [TestMethod]
    public void Rules_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[]
        {
            typeof(GradientNormClipping), typeof(GradientValueClipping), typeof(WeightClipping), typeof(WeightDecay),
        },
        Rules.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void Before_LeavesTheParameters(IUpdateHook rule)
    {
        using var scope = NewDisposeScope();
        var parameters = tensor(Large);

        rule.Before(parameters, tensor(Large));

        AssertTensor.AreClose(tensor(Large), parameters, tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void Rule_DoesSomethingToLargeValues(IUpdateHook rule)
    {
        using var scope = NewDisposeScope();
        var (parameters, gradient) = (tensor(Large), tensor(Large));

        rule.Before(parameters, gradient);
        rule.After(parameters, learningRate: 0.1);

        Assert.IsFalse(gradient.Equals(tensor(Large)) && parameters.Equals(tensor(Large)), $"{rule} does nothing.");
        AssertTensor.IsFinite(gradient);
        AssertTensor.IsFinite(parameters);
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void Rule_LeavesZeroFinite(IUpdateHook rule)
    {
        using var scope = NewDisposeScope();
        var (parameters, gradient) = (zeros(4), zeros(4));

        rule.Before(parameters, gradient);
        rule.After(parameters, learningRate: 0.1);

        AssertTensor.IsFinite(gradient);
        AssertTensor.IsFinite(parameters);
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void ToString_ShowsEveryProperty(IUpdateHook rule) => AssertText.ShowsEveryProperty(rule);
}
