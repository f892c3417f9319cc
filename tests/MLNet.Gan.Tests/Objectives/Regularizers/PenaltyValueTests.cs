using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

/// <summary>Values worked out by hand.</summary>
[TestClass]
public sealed class PenaltyValueTests
{
    [TestMethod]
    public void R1_OfALinearCritic_IsHalfGammaTimesSquaredWeights()
    {
        using var scope = NewDisposeScope();

        // ∇D(x) = w everywhere, and ‖(3, 4)‖² = 25.
        AssertTensor.AreClose(10 / 2.0 * 25, OfLinear(new R1Penalty { Gamma = 10 }, 3, 4), tolerance: 1e-3);
        AssertTensor.AreClose(10 / 2.0 * 25, OfLinear(new R2Penalty { Gamma = 10 }, 3, 4), tolerance: 1e-3);
    }

    [TestMethod]
    public void WganGpPenalty_OfALinearCritic_IsTheSquaredDistanceOfItsSlopeFrom1()
    {
        using var scope = NewDisposeScope();

        // ‖w‖ = 5, so 10 · (5 − 1)²; a slope of 1 is free.
        AssertTensor.AreClose(160, OfLinear(new WganGpPenalty { Weight = 10 }, 3, 4), tolerance: 1e-3);
        AssertTensor.AreClose(0, OfLinear(new WganGpPenalty { Weight = 10 }, 0.6f, 0.8f), tolerance: 1e-5);
    }

    [TestMethod]
    public void Penalties_OfAQuadraticCritic_DependOnTheirOwnSamples()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor([1f, 2, 3, 4]).reshape(2, 2), tensor([0f, 1, 2, 0]).reshape(2, 2));

        // ∇D(x) = x. Real: squared norms 5 and 25, mean 15. Fake: 1 and 4, mean 2.5.
        AssertTensor.AreClose(15, Some.Penalty(new R1Penalty { Gamma = 2 }, HalfSquare, real, fake));
        AssertTensor.AreClose(2.5, Some.Penalty(new R2Penalty { Gamma = 2 }, HalfSquare, real, fake));
    }

    [TestMethod]
    public void WganGpPenalty_OfAQuadraticCriticBetweenEqualSamples_IsThatOfTheSamples()
    {
        using var scope = NewDisposeScope();
        var samples = tensor([1f, 2, 3, 4]).reshape(2, 2);

        // Norms √5 and 5: ((√5 − 1)² + 4²)/2 = (6 − 2√5 + 16)/2.
        AssertTensor.AreClose(11 - Math.Sqrt(5), Some.Penalty(new WganGpPenalty { Weight = 1 }, HalfSquare, samples, samples));
    }

    [TestMethod]
    public void ZeroCentered_IsTheMeanSquaredSlopeBetweenTheSamples()
    {
        using var scope = NewDisposeScope();
        var samples = tensor([1f, 2, 3, 4]).reshape(2, 2);

        // ‖(3, 4)‖² = 25 everywhere; of ½‖x‖², between equal samples, the mean of 5 and 25.
        AssertTensor.AreClose(10 * 25, OfLinear(new ZeroCenteredGradientPenalty(), 3, 4), tolerance: 1e-3);
        AssertTensor.AreClose(
            2 * 15, Some.Penalty(new ZeroCenteredGradientPenalty { Weight = 2 }, HalfSquare, samples, samples));
    }

    [TestMethod]
    public void LogitDrift_IsTheMeanSquareOfRealLogits()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor([1f, 2, -3, 4]).reshape(2, 2), full([2, 2], 1e3f));

        // Logits 3 and 1, whatever the fakes'.
        AssertTensor.AreClose(0.5 * 5, Some.Penalty(new LogitDrift { Weight = 0.5 }, x => x.sum(1), real, fake));
    }

    public static IEnumerable<object[]> BetweenSamples => [[new WganGpPenalty()], [new ZeroCenteredGradientPenalty()]];

    [TestMethod]
    [DynamicData(nameof(BetweenSamples))]
    public void PenaltiesBetweenSamples_LookAtOnePointOfEachSegment(IRegularizer penalty)
    {
        using var scope = NewDisposeScope();
        Tensor seen = zeros(0);
        Tensor Critic(Tensor x) => (seen = x).sum([1, 2, 3]);

        Some.Penalty(penalty, Critic, zeros(1000, 1, 2, 2), ones(1000, 1, 2, 2));

        // All numbers of a sample share one place on the way from 0 to 1; places are uniform: mean 1/2, variance 1/12.
        var places = AssertTensor.Values(seen.amax([1, 2, 3]));
        AssertTensor.AreClose(places, seen.amin([1, 2, 3]), tolerance: 0);
        Assert.IsTrue(places.All(place => place is >= 0 and <= 1));
        Assert.AreEqual(0.5, places.Average(), 0.04);
        Assert.AreEqual(1 / 12.0, places.Average(place => (place - 0.5) * (place - 0.5)), 0.01);
    }

    [TestMethod]
    public void WganGpPenalty_WhereTheCriticIsFlat_HasAFiniteGradient()
    {
        using var scope = NewDisposeScope();
        var weights = zeros(2).requires_grad_(true);

        var penalty = Some.Penalty(new WganGpPenalty { Weight = 1 }, x => x.matmul(weights), ones(3, 2), ones(3, 2));
        penalty.backward();

        AssertTensor.AreClose(1, penalty); // (0 − 1)²
        AssertTensor.IsFinite(weights.grad!);
    }

    [TestMethod]
    [DataRow(0L, 4.0)]
    [DataRow(5L, 2.0)]
    [DataRow(99L, 0.0)]
    public void Penalties_FollowTheirSchedules(long step, double strength)
    {
        using var scope = NewDisposeScope();
        var schedule = Schedule.Linear(4, 0, 10);

        AssertTensor.AreClose(strength / 2 * 25, OfLinear(new R1Penalty { Gamma = schedule }, 3, 4, step), 1e-4);
        AssertTensor.AreClose(strength / 2 * 25, OfLinear(new R2Penalty { Gamma = schedule }, 3, 4, step), 1e-4);
        AssertTensor.AreClose(strength * 16, OfLinear(new WganGpPenalty { Weight = schedule }, 3, 4, step), 1e-4);
        AssertTensor.AreClose(strength * 16, OfLinear(new DraganPenalty { Weight = schedule }, 3, 4, step), 1e-4);
        AssertTensor.AreClose(strength * 25, OfLinear(new ZeroCenteredGradientPenalty { Weight = schedule }, 3, 4, step), 1e-4);
        AssertTensor.AreClose(strength * 12.5, Some.Penalty(
            new LogitDrift { Weight = schedule }, x => x.matmul(tensor([3f, 4f])), eye(2), zeros(2, 2), step), 1e-4);
    }

    private static Tensor HalfSquare(Tensor x) => x.square().sum(1) / 2;

    private static Tensor OfLinear(IRegularizer penalty, float first, float second, long step = 0)
    {
        var weights = tensor([first, second]);
        return Some.Penalty(penalty, x => x.matmul(weights), randn(16, 2), randn(16, 2), step);
    }
}
