using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Optimizers;

/// <summary>Counts the live tensors of the process, so nothing else may run beside it.</summary>
[TestClass, DoNotParallelize]
public sealed class OptimizerOwnershipTests
{
    public static IEnumerable<object[]> Optimizers => Implementations.Of<IOptimizer>();

    public static IEnumerable<object[]> Rules => Implementations.Of<IUpdateHook>();

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void Optimizer_MakesNoTensorThatStays(IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        var (parameters, gradient) = (ones(5), ones(5));

        LiveTensors.AssertNoneStays(
            begin: () => optimizer.CreateState(parameters),
            memory: state => state.StateTensors,
            step: state => state.Update(gradient, learningRate: 0.1));
    }

    [TestMethod]
    public void OptimizerWithMomentum_MakesNoTensorThatStays()
    {
        Optimizer_MakesNoTensorThatStays(new Adam { Beta1 = 0.9 });
        Optimizer_MakesNoTensorThatStays(new Sgd { Momentum = 0.9, Nesterov = true });
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void Rule_MakesNoTensorThatStays(IUpdateHook rule)
    {
        using var scope = NewDisposeScope();
        var (parameters, gradient) = (ones(5), ones(5));
        var before = LiveTensors.Count;

        rule.Before(parameters, gradient);
        rule.After(parameters, learningRate: 0.1);

        Assert.AreEqual(before, LiveTensors.Count);
    }
}
