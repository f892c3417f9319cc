using MLNet.Gan.Losses;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Losses;

/// <summary>Values worked out by hand. The softplus of ±ln 3 is ln(1 + 3) = ln 4 and ln(1 + 1/3) = ln(4/3).</summary>
[TestClass]
public sealed class LossValueTests
{
    private static readonly float Ln3 = MathF.Log(3);
    private static readonly double Ln2 = Math.Log(2), Ln4 = Math.Log(4), Ln4Over3 = Math.Log(4 / 3.0);

    [TestMethod]
    public void NonSaturating_IsTheMeanSoftplusOfWhatIsWrong()
    {
        using var scope = NewDisposeScope();
        var logits = Of([Ln3, 0], [Ln3, Ln3]);

        AssertTensor.AreClose((Ln4Over3 + Ln2) / 2 + Ln4, new NonSaturatingLoss().ForDiscriminator(logits));
        AssertTensor.AreClose(Ln4Over3, new NonSaturatingLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void NonSaturating_OfAFakeSeenThrough_StillPulls()
    {
        using var scope = NewDisposeScope();
        var fake = tensor([-50f, -50f]).requires_grad_(true);

        new NonSaturatingLoss().ForGenerator(new(() => zeros(2), () => fake)).backward();

        // d softplus(−f)/df = −σ(−f) → −1, shared by the two samples of the mean; ln(1 − σ(f)) would give 0.
        AssertTensor.AreClose([-0.5, -0.5], fake.grad!);
    }

    [TestMethod]
    public void Relativistic_ComparesEachFakeWithItsOwnRealSample()
    {
        using var scope = NewDisposeScope();
        var logits = Of([Ln3, 0], [0, 0]);

        // Differences fake − real are −ln 3 and 0.
        AssertTensor.AreClose((Ln4Over3 + Ln2) / 2, new RelativisticLoss().ForDiscriminator(logits));
        AssertTensor.AreClose((Ln4 + Ln2) / 2, new RelativisticLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void Relativistic_OfEqualPairs_IsLn2WhateverTheirLevel()
    {
        using var scope = NewDisposeScope();
        var logits = Of([7, -40], [7, -40]);

        AssertTensor.AreClose(Ln2, new RelativisticLoss().ForDiscriminator(logits));
        AssertTensor.AreClose(Ln2, new RelativisticLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void Hinge_CountsWhatIsInsideTheMargin()
    {
        using var scope = NewDisposeScope();
        var logits = Of([2, 0.5f, -1], [-3, 0, 0.5f]);

        // max(0, 1 − real) = 0, 0.5, 2; max(0, 1 + fake) = 0, 1, 1.5.
        AssertTensor.AreClose(2.5 / 3 + 2.5 / 3, new HingeLoss().ForDiscriminator(logits));
        AssertTensor.AreClose(2.5 / 3, new HingeLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void Hinge_WithAnotherMargin_MovesItsKnee()
    {
        using var scope = NewDisposeScope();

        // max(0, 3 − 2) + max(0, 3 − 3.5) = 1, and max(0, 3 + 1) = 4, of one pair each.
        var loss = new HingeLoss { Margin = 3 };
        AssertTensor.AreClose(1 + 4, loss.ForDiscriminator(Of([2], [1])));
        AssertTensor.AreClose(0, loss.ForDiscriminator(Of([3.5f], [-3.5f])));
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(-1.0)]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    public void Hinge_WithMarginThatIsNotPositive_SaysSo(double margin)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new HingeLoss() with { Margin = margin });

        Assert.AreEqual("Margin", error.ParamName);
        Assert.Contains("Margin must be a number greater than 0.", error.Message);
    }

    [TestMethod]
    public void Wasserstein_IsTheDifferenceOfMeans()
    {
        using var scope = NewDisposeScope();
        var logits = Of([2, 0.5f, -1], [-3, 0, 0.5f]);

        // Means: 1.5/3 and −2.5/3.
        AssertTensor.AreClose(-2.5 / 3 - 0.5, new WassersteinLoss().ForDiscriminator(logits));
        AssertTensor.AreClose(2.5 / 3, new WassersteinLoss().ForGenerator(logits));
    }

    private static Logits Of(float[] real, float[] fake) => new(() => tensor(real), () => tensor(fake));
}
