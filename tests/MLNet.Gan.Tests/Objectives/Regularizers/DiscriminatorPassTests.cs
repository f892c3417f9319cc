using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

[TestClass]
public sealed class DiscriminatorPassTests
{
    private int _calls;

    [TestMethod]
    public void Of_WithInputGradients_ComputesLogitsAndGradientsInOnePass()
    {
        using var scope = NewDisposeScope();

        var pass = DiscriminatorPass.Of(Some.Only(Count), ones(4, 2), inputGradients: true);

        AssertTensor.AreClose([2, 2, 2, 2], pass.SquaredGradientNorms()); // ∇D(x) = x = (1, 1)
        AssertTensor.AreClose([1, 1, 1, 1], pass.Logits); // ½‖(1, 1)‖²
        Assert.AreEqual(1, _calls);
    }

    [TestMethod]
    public void Of_SamplesWithAGraph_KeepsTheGraph()
    {
        using var scope = NewDisposeScope();
        var weight = ones(1).requires_grad_(true);
        var pass = DiscriminatorPass.Of(Some.Only(Count), weight * ones(4, 2), inputGradients: true);

        (pass.SquaredGradientNorms().mean() + pass.Logits.mean()).backward();

        // With x = w(1, 1): ‖∇D(x)‖² = 2w² and D(x) = w², so the gradient at w = 1 is 4 + 2.
        AssertTensor.AreClose([6], weight.grad!);
        Assert.AreEqual(1, _calls);
    }

    [TestMethod]
    public void Head_ThatWasNotReturned_NamesTheDiscriminatorsOutput()
    {
        using var scope = NewDisposeScope();
        var pass = DiscriminatorPass.Of(x => new(x.sum(1), x), ones(4, 2));

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => pass.Head("classes"));

        Assert.AreEqual(
            "The discriminator returned no head 'classes'. Return it from Heads of the regularizer that reads it.",
            thrown.Message);
    }

    [TestMethod]
    public void GradientNorms_AreThoseOfTheGradients_AndSmoothAt0()
    {
        using var scope = NewDisposeScope();
        var samples = tensor([3f, 4, 0, 0, 0, 1]).reshape(3, 2);
        var weight = ones(1).requires_grad_(true);

        var norms = DiscriminatorPass.Of(Some.Only(x => weight * Count(x)), samples, inputGradients: true).GradientNorms();
        var slope = autograd.grad([norms.sum()], [weight], retain_graph: true, create_graph: true)[0];
        var curvature = autograd.grad([slope], [weight])[0];

        // ∇D(x) = w x, so that the norms are w‖x‖, their gradients by w ‖x‖, and their curvatures 0.
        AssertTensor.AreClose([5, 0, 1], norms, tolerance: 2e-6);
        AssertTensor.AreClose([6], slope);
        AssertTensor.AreClose([0], curvature, tolerance: 1e-5);
    }

    [TestMethod]
    public void LossAndPenalty_DifferentiatedTogether_ReachTheParametersOnceEach()
    {
        using var scope = NewDisposeScope();
        var weights = tensor([3f, 4f]).requires_grad_(true);
        var penalty = new R1Penalty { Gamma = 1 };
        var context = Some.Context(penalty, x => x.matmul(weights), ones(4, 2), zeros(4, 2));

        (penalty.Penalty(context) + context.Real.Logits.mean()).backward();

        // d/dw (½‖w‖² + w · (1, 1)) = w + (1, 1).
        AssertTensor.AreClose([4, 5], weights.grad!);
    }

    [TestMethod]
    public void Values_ThatNothingDeclared_SayHowToDeclareThem()
    {
        using var scope = NewDisposeScope();
        var bare = new DiscriminatorPass(ones(4, 2));
        var plain = DiscriminatorPass.Of(Some.Only(Count), ones(4, 2));

        foreach (var (read, need) in new (Func<Tensor>, string)[]
                 {
                     (() => bare.Logits, "RealLogits or FakeLogits"), (() => plain.Features, "RealFeatures or FakeFeatures"),
                     (() => plain.Head("classes"), "RealFeatures or FakeFeatures"),
                     (plain.SquaredGradientNorms, "an InputGradients member"), (plain.GradientNorms, "an InputGradients member"),
                 })
        {
            var error = Assert.ThrowsExactly<InvalidOperationException>(() => _ = read());
            Assert.Contains($"Return Needs with {need} from NeedsIn", error.Message);
        }
    }

    private Tensor Count(Tensor samples)
    {
        _calls++;
        return samples.square().sum(1) / 2;
    }
}
