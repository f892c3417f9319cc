using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

/// <summary>One forward pass serves the loss and the penalties.</summary>
[TestClass]
public sealed class DiscriminatorPassTests
{
    private int _calls;

    [TestMethod]
    public void PenaltyBeforeLoss_SharesOnePassOnReal()
    {
        using var scope = NewDisposeScope();
        var round = Some.Round(Count, ones(4, 2), zeros(4, 2));

        var penalty = new R1Penalty { Gamma = 2 }.Penalty(round);
        Assert.AreEqual(1, _calls);
        var loss = new WassersteinLoss().ForDiscriminator(new(() => round.Real.Logits, () => round.Fake.Logits));

        Assert.AreEqual(2, _calls); // one on real, one on fake
        AssertTensor.AreClose(2, penalty); // ∇D(x) = x = (1, 1)
        AssertTensor.AreClose(-1, loss); // 0 − ½‖(1, 1)‖²
    }

    [TestMethod]
    public void SquaredGradientNorms_OfSamplesWithAGraph_KeepTheGraph()
    {
        using var scope = NewDisposeScope();
        var weight = ones(1).requires_grad_(true);
        var judged = new DiscriminatorPass(Some.Only(Count), weight * ones(4, 2));

        (judged.SquaredGradientNorms().mean() + judged.Logits.mean()).backward();

        // With x = w(1, 1): ‖∇D(x)‖² = 2w² and D(x) = w², so the slope at w = 1 is 4 + 2.
        AssertTensor.AreClose([6], weight.grad!);
        Assert.AreEqual(1, _calls);
    }

    [TestMethod]
    public void GradientNorms_AreThoseOfTheSlopes_AndSmoothAt0()
    {
        using var scope = NewDisposeScope();
        var samples = tensor([3f, 4, 0, 0, 0, 1]).reshape(3, 2);
        var weight = ones(1).requires_grad_(true);

        var norms = new DiscriminatorPass(Some.Only(x => weight * Count(x)), samples).GradientNorms();
        var slope = autograd.grad([norms.sum()], [weight], retain_graph: true, create_graph: true)[0];
        var curvature = autograd.grad([slope], [weight])[0];

        // ∇D(x) = w x, so that the norms are w‖x‖, their slopes by w ‖x‖, and their curvatures 0.
        AssertTensor.AreClose([5, 0, 1], norms, tolerance: 2e-6);
        AssertTensor.AreClose([6], slope);
        AssertTensor.AreClose([0], curvature, tolerance: 1e-5);
    }

    [TestMethod]
    public void TwoPenaltiesOnTheSameSamples_ShareOnePass()
    {
        using var scope = NewDisposeScope();
        var round = Some.Round(Count, ones(4, 2), zeros(4, 2));

        AssertTensor.AreClose(2, new R1Penalty { Gamma = 2 }.Penalty(round));
        AssertTensor.AreClose(4, new R1Penalty { Gamma = 4 }.Penalty(round));

        Assert.AreEqual(1, _calls);
    }

    [TestMethod]
    public void LossBeforePenalty_CostsAPassButIsRight()
    {
        using var scope = NewDisposeScope();
        var round = Some.Round(Count, ones(4, 2), zeros(4, 2));

        var before = round.Real.Logits;
        var penalty = new R1Penalty { Gamma = 2 }.Penalty(round);

        Assert.AreEqual(2, _calls);
        AssertTensor.AreClose(2, penalty);
        AssertTensor.AreClose(before, round.Real.Logits);
        Assert.AreEqual(2, _calls);
    }

    [TestMethod]
    public void LossAndPenalty_DifferentiatedTogether_ReachTheParametersOnceEach()
    {
        using var scope = NewDisposeScope();
        var weights = tensor([3f, 4f]).requires_grad_(true);
        var round = Some.Round(x => x.matmul(weights), ones(4, 2), zeros(4, 2));

        var penalty = new R1Penalty { Gamma = 1 }.Penalty(round);
        (penalty + round.Real.Logits.mean()).backward();

        // d/dw (½‖w‖² + w · (1, 1)) = w + (1, 1).
        AssertTensor.AreClose([4, 5], weights.grad!);
    }

    private Tensor Count(Tensor samples)
    {
        _calls++;
        return samples.square().sum(1) / 2;
    }
}
