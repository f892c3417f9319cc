using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

/// <summary>Dirac-GAN (Mescheder et al., 2018): the discriminator minimizes ψθ, the generator −ψθ.</summary>
[TestClass]
public sealed class ConsensusPenaltyTests
{
    [TestMethod]
    public void Penalty_IsHalfTheSquaredLengthOfTheGradientField_AndMovesWhoseTurnItIs()
    {
        using var scope = NewDisposeScope();
        var (psi, theta) = (tensor(3f).requires_grad_(true), tensor(4f).requires_grad_(true));
        var (penalty, context) = (new ConsensusPenalty { Weight = 2 }, Dirac(psi, theta));

        // v = (θ, −ψ), so 2 · ½ (16 + 9), whose slopes are 2ψ and 2θ: both are drawn to 0.
        var value = penalty.Penalty(context);
        AssertTensor.AreClose(25, value);
        value.backward();
        AssertTensor.AreClose([6], psi.grad!);
        Assert.IsNull(theta.grad);

        penalty.Penalty(Dirac(psi, theta) with { Turn = Player.Generator }).backward();
        AssertTensor.AreClose([8], theta.grad!);
        AssertTensor.AreClose([6], psi.grad!);
    }

    [TestMethod]
    public void Penalty_WithAParameterThatNoLossUses_IsThatWithout()
    {
        using var scope = NewDisposeScope();
        var (psi, theta) = (tensor(3f).requires_grad_(true), tensor(4f).requires_grad_(true));
        var idle = ones(2).requires_grad_(true);

        var penalty = new ConsensusPenalty { Weight = 2 }.Penalty(Dirac(psi, theta, idle));
        penalty.backward();

        AssertTensor.AreClose(25, penalty);
        AssertTensor.AreClose([6], psi.grad!);
        AssertTensor.AreClose([0, 0], idle.grad!);
    }

    [TestMethod]
    public void Descent_OfADiracGan_SpiralsInWithThePenaltyAndOutWithout()
    {
        Assert.IsTrue(Distance(weight: 0) > 1.01);
        Assert.IsTrue(Distance(weight: 0.5) < 0.5);
    }

    /// <summary>How far from the equilibrium at 0 twenty simultaneous steps of 0.1 end that begin at 1.</summary>
    private static double Distance(double weight)
    {
        using var scope = NewDisposeScope();
        var (psi, theta) = (tensor(0.6f), tensor(0.8f));
        for (var step = 0; step < 20; step++)
        {
            (psi, theta) = (psi.detach().requires_grad_(true), theta.detach().requires_grad_(true));
            var (penalty, context) = (new ConsensusPenalty { Weight = weight }, Dirac(psi, theta));
            penalty.Penalty(context).backward();
            penalty.Penalty(Dirac(psi, theta) with { Turn = Player.Generator }).backward();
            (psi, theta) = (psi - 0.1 * (theta + psi.grad!), theta - 0.1 * (theta.grad! - psi));
        }

        return (psi.square() + theta.square()).sqrt().ToDouble();
    }

    private static RegularizerContext Dirac(Tensor psi, Tensor theta, params Tensor[] idle) =>
        new(Step: 0, new DiscriminatorPass(zeros(1)), new DiscriminatorPass(zeros(1)))
        {
            DiscriminatorParameters = [psi, .. idle],
            GeneratorParameters = [theta],
            BothLosses = new(psi * theta, -psi * theta),
        };
}
