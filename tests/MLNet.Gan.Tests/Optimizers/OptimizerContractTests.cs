using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Optimizers;

/// <summary>What every optimizer must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class OptimizerContractTests
{
    public static IEnumerable<object[]> Optimizers => Implementations.Of<IOptimizer>();

    [TestMethod]
    public void Optimizers_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[] { typeof(Adam), typeof(OptimisticAdam), typeof(RmsProp), typeof(Sgd) },
        Optimizers.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void Update_DescendsAQuadratic(IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        var (parameters, goal) = (tensor([4f, -3f, 0f]), tensor([1f, 1f, 2f]));
        using var state = optimizer.CreateState(parameters);

        for (var step = 0; step < 500; step++)
            state.Update(parameters - goal, learningRate: 0.03); // ½‖θ − goal‖²

        AssertTensor.AreClose(goal, parameters, tolerance: 0.06); // steps of equal length end within two of them
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void Update_AtARateOfZero_MovesNothing(IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        var parameters = tensor([1f, -2f]);
        using var state = optimizer.CreateState(parameters);

        for (var step = 0; step < 3; step++)
            state.Update(tensor([5f, 0f]), learningRate: 0);

        AssertTensor.AreClose([1, -2], parameters, tolerance: 0);
        Assert.AreEqual(3, state.Updates);
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void Update_OfAGradientOfZero_StaysFinite(IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        var parameters = tensor([1f, -2f]);
        using var state = optimizer.CreateState(parameters);

        state.Update(zeros(2), learningRate: 0.1);

        AssertTensor.AreClose([1, -2], parameters, tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void Update_LeavesTheGradient(IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        using var state = optimizer.CreateState(zeros(2));
        var gradient = tensor([2f, -3f]);

        state.Update(gradient, learningRate: 0.1);
        state.Update(gradient, learningRate: 0.1);

        AssertTensor.AreClose([2, -3], gradient, tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void State_FromMemoryAndUpdates_GoesOnBitForBit(IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var gradients = randn([6, 50], generator: random);
        var parameters = randn(50, generator: random);
        using var state = optimizer.CreateState(parameters);
        for (var step = 0; step < 3; step++)
            state.Update(gradients[step], learningRate: 0.1);

        var copy = parameters.clone();
        using var restored = optimizer.CreateState(copy);
        foreach (var (target, source) in restored.StateTensors.Zip(state.StateTensors))
            target.copy_(source);
        restored.Updates = state.Updates;
        for (var step = 3; step < 6; step++)
        {
            state.Update(gradients[step], learningRate: 0.1);
            restored.Update(gradients[step], learningRate: 0.1);
        }

        AssertTensor.AreClose(parameters, copy, tolerance: 0);
        Assert.AreEqual(6, restored.Updates);
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void ToString_ShowsEveryProperty(IOptimizer optimizer) => AssertText.ShowsEveryProperty(optimizer);
}
