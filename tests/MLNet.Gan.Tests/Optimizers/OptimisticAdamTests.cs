using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Optimizers;

[TestClass]
public sealed class OptimisticAdamTests
{
    private const double Start = 1.41421356237310; // the distance of (1, 1) from the solution (0, 0)

    [TestMethod]
    public void Update_StepsTwiceAheadAndTakesTheLastWayBack()
    {
        using var scope = NewDisposeScope();
        var parameters = tensor([1.0]);
        using var state = new OptimisticAdam { Beta1 = 0.5, Beta2 = 0.5 }.CreateState(parameters);

        // m = 0.5 and v = 0.5, without their start 1 and 1: d₁ = 1, and there is no last way.
        state.Update(tensor([1.0]), 0.1);
        AssertTensor.AreClose([1 - 2 * 0.1], parameters, tolerance: 1e-7);

        // m = 0.25 + 1.5 and v = 0.25 + 4.5, both over 1 − 0.5²: d₂ = (7/3)/√(19/3) = 0.92717265.
        state.Update(tensor([3.0]), 0.1);
        AssertTensor.AreClose([0.8 - 2 * 0.1 * 0.92717265 + 0.1], parameters, tolerance: 1e-7);

        // m = 0.875 − 1 and v = 2.375 + 2, both over 1 − 0.5³: d₃ = −(1/7)/√5 = −0.06388766. The rate is this step's.
        state.Update(tensor([-2.0]), 0.01);
        AssertTensor.AreClose(
            [0.71456547 + 2 * 0.01 * 0.06388766 + 0.01 * 0.92717265], parameters, tolerance: 1e-7);
    }

    [TestMethod]
    public void Update_WithAnEpsilonThatShows_IsShorter()
    {
        using var scope = NewDisposeScope();
        var parameters = tensor([0.0]);
        using var state = new OptimisticAdam { Epsilon = 1 }.CreateState(parameters);

        state.Update(tensor([3.0]), 0.1);

        AssertTensor.AreClose([-2 * 0.1 * 3 / (3 + 1)], parameters, tolerance: 1e-12);
    }

    [TestMethod]
    public void BilinearGame_ComesWithinThreeStepsOfTheSolution() =>
        Assert.AreEqual(0, DistanceAfter(2000, new OptimisticAdam { LearningRate = 0.1 }), 0.3);

    [TestMethod]
    public void BilinearGame_OfAdam_CirclesFarFromIt() =>
        Assert.AreEqual(2.8, DistanceAfter(2000, new Adam { LearningRate = 0.1 }), 0.1);

    [TestMethod]
    public void BilinearGame_WhereEpsilonOutweighsTheSquares_ComesToRest() => // plain optimistic descent at 1e5/1e6
        Assert.AreEqual(0, DistanceAfter(2000, new OptimisticAdam { LearningRate = 1e5, Epsilon = 1e6 }), 1e-3);

    [TestMethod]
    public void BilinearGame_OfGradientDescent_RunsAway() => // by √(1 + η²) each step
        Assert.AreEqual(Start * Math.Pow(1.01, 500), DistanceAfter(1000, new Sgd { LearningRate = 0.1 }), 1e-6);

    /// <summary>How far from the solution min max xy leads from (1, 1), both players moving at once.</summary>
    private static double DistanceAfter(int steps, IOptimizer optimizer)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor([1.0]), tensor([1.0]));
        using var descent = optimizer.CreateState(x);
        using var ascent = optimizer.CreateState(y);
        for (var step = 0; step < steps; step++)
        {
            using var ofStep = NewDisposeScope();
            var (slopeX, slopeY) = (y.clone(), -x); // y ascends
            descent.Update(slopeX, optimizer.LearningRate.At(step));
            ascent.Update(slopeY, optimizer.LearningRate.At(step));
        }

        return Math.Sqrt(Math.Pow(x.ToDouble(), 2) + Math.Pow(y.ToDouble(), 2));
    }
}
