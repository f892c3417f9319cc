using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Losses;

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

        new NonSaturatingLoss().ForGenerator(new Logits(zeros(2), fake)).backward();

        // d softplus(−f)/df = −σ(−f) → −1, shared by the two samples of the mean; ln(1 − σ(f)) would give 0.
        AssertTensor.AreClose([-0.5, -0.5], fake.grad!);
    }

    [TestMethod]
    public void Saturating_IsTheValueOfTheMinimaxGame()
    {
        using var scope = NewDisposeScope();
        var logits = Of([Ln3, 0], [Ln3, 0]);

        // The discriminator's as ever; the generator's is the mean of ln(1 − σ), of ln ¼ and ln ½ here.
        AssertTensor.AreClose((Ln4Over3 + Ln2) / 2 + (Ln4 + Ln2) / 2, new SaturatingLoss().ForDiscriminator(logits));
        AssertTensor.AreClose((Math.Log(0.25) + Math.Log(0.5)) / 2, new SaturatingLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void Saturating_OfAFakeSeenThrough_NoLongerPulls()
    {
        using var scope = NewDisposeScope();
        var fake = tensor([-50f, 0f]).requires_grad_(true);

        new SaturatingLoss().ForGenerator(new Logits(zeros(2), fake)).backward();

        // d ln(1 − σ(f))/df = −σ(f): e⁻⁵⁰ and ½, shared by the two samples of the mean.
        AssertTensor.AreClose([0, -0.25], fake.grad!, tolerance: 1e-12);
    }

    [TestMethod]
    [DynamicData(nameof(Smoothable))]
    public void RealTarget_IsTheProbabilityAtWhichTheDiscriminatorRests(IGanLoss smoothed)
    {
        using var scope = NewDisposeScope();
        var real = tensor([Ln3, Ln3]).requires_grad_(true);

        smoothed.ForDiscriminator(new Logits(real, zeros(2))).backward();

        // The target is ¾ = σ(ln 3).
        AssertTensor.AreClose([0, 0], real.grad!, tolerance: 1e-7);
    }

    public static IEnumerable<object[]> Smoothable =>
    [
        [new NonSaturatingLoss { RealTarget = 0.75 }],
        [new SaturatingLoss { RealTarget = 0.75 }],
    ];

    [TestMethod]
    public void RealTarget_MixesBothAnswersOnTheRealSideAlone()
    {
        using var scope = NewDisposeScope();
        var logits = Of([Ln3], [0]);

        // Real: the cross-entropy of 0.9 against σ(ln 3) = ¾. Fake: as without smoothing.
        var real = 0.9 * Ln4Over3 + 0.1 * Ln4;
        AssertTensor.AreClose(real + Ln2, new NonSaturatingLoss { RealTarget = 0.9 }.ForDiscriminator(logits));
        AssertTensor.AreClose(real + Ln2, new SaturatingLoss { RealTarget = 0.9 }.ForDiscriminator(logits));
        AssertTensor.AreClose(
            real + Ln4Over3, new RelativisticAverageLoss { RealTarget = 0.9 }.ForDiscriminator(logits));
    }

    [TestMethod]
    public void RealTarget_LeavesTheGeneratorAlone()
    {
        using var scope = NewDisposeScope();
        var logits = Of([Ln3], [0]);

        AssertTensor.AreClose(Ln2, new NonSaturatingLoss { RealTarget = 0.9 }.ForGenerator(logits));
        AssertTensor.AreClose(-Ln2, new SaturatingLoss { RealTarget = 0.9 }.ForGenerator(logits));
        AssertTensor.AreClose(2 * Ln4, new RelativisticAverageLoss { RealTarget = 0.9 }.ForGenerator(logits));
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(1.1)]
    [DataRow(double.NaN)]
    public void RealTarget_ThatIsNoProbability_IsRefused(double target)
    {
        Action[] makers =
        [
            () => _ = new NonSaturatingLoss { RealTarget = target },
            () => _ = new SaturatingLoss { RealTarget = target },
            () => _ = new RelativisticAverageLoss { RealTarget = target },
        ];

        foreach (var make in makers)
        {
            var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
            Assert.AreEqual("RealTarget", error.ParamName);
            Assert.Contains("RealTarget must be greater than 0 and at most 1.", error.Message);
        }
    }

    [TestMethod]
    public void LeastSquares_IsHalfTheSquaredDistanceFromItsTargets()
    {
        using var scope = NewDisposeScope();
        var logits = Of([2, 0.5f], [-1, 3]);

        // Real: 1² and ½², fake: 1² and 3², to the generator 2² and 2²; all halved, of a mean of two.
        AssertTensor.AreClose(1.25 / 4 + 10 / 4.0, new LeastSquaresLoss().ForDiscriminator(logits));
        AssertTensor.AreClose(8 / 4.0, new LeastSquaresLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void LeastSquares_WithOtherTargets_AimsAtThem()
    {
        using var scope = NewDisposeScope();
        var loss = new LeastSquaresLoss { RealTarget = 0.5, FakeTarget = -1, GeneratorTarget = 0 };

        // (2 − ½)²/2 + (3 + 1)²/2, and 3²/2.
        AssertTensor.AreClose(1.125 + 8, loss.ForDiscriminator(Of([2], [3])));
        AssertTensor.AreClose(4.5, loss.ForGenerator(Of([2], [3])));
    }

    [TestMethod]
    public void LeastSquares_WithATargetThatIsNoNumber_SaysSo()
    {
        AssertFinite("RealTarget", () => _ = new LeastSquaresLoss { RealTarget = double.NaN });
        AssertFinite("FakeTarget", () => _ = new LeastSquaresLoss { FakeTarget = double.PositiveInfinity });
        AssertFinite("GeneratorTarget", () => _ = new LeastSquaresLoss { GeneratorTarget = double.NegativeInfinity });

        static void AssertFinite(string name, Action make)
        {
            var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
            Assert.AreEqual(name, error.ParamName);
            Assert.Contains($"{name} must be a finite number.", error.Message);
        }
    }

    [TestMethod]
    public void RelativisticAverage_ComparesEachSampleWithTheMeanOfTheOthers()
    {
        using var scope = NewDisposeScope();
        var logits = Of([Ln3, -Ln3], [2 * Ln3, 0]);

        // The means are 0 and ln 3. Real less mean fake: 0 and −2 ln 3; fake less mean real: 2 ln 3 and 0.
        // The softplus of ±2 ln 3 is ln(1 + 9) and ln(1 + 1/9).
        var (ln10, ln10Over9) = (Math.Log(10), Math.Log(10 / 9.0));
        AssertTensor.AreClose(Ln2 + ln10, new RelativisticAverageLoss().ForDiscriminator(logits));
        AssertTensor.AreClose(Ln2 + ln10Over9, new RelativisticAverageLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void RelativisticAverage_ForTheGenerator_PullsFromBothHalves()
    {
        using var scope = NewDisposeScope();
        var fake = tensor([0f, 0f]).requires_grad_(true);

        new RelativisticAverageLoss().ForGenerator(new Logits(zeros(2), fake)).backward();

        // Each half has the slope −½ at 0, shared by the two fakes.
        AssertTensor.AreClose([-0.5, -0.5], fake.grad!);
    }

    [TestMethod]
    public void Relativistic_ComparesEachFakeWithItsOwnRealSample()
    {
        using var scope = NewDisposeScope();
        var logits = Of([Ln3, 0], [0, 0]);

        // Differences fake − real are −ln 3 and 0.
        AssertTensor.AreClose((Ln4Over3 + Ln2) / 2, new RelativisticPairingLoss().ForDiscriminator(logits));
        AssertTensor.AreClose((Ln4 + Ln2) / 2, new RelativisticPairingLoss().ForGenerator(logits));
    }

    [TestMethod]
    public void Relativistic_OfEqualPairs_IsLn2WhateverTheirLevel()
    {
        using var scope = NewDisposeScope();
        var logits = Of([7, -40], [7, -40]);

        AssertTensor.AreClose(Ln2, new RelativisticPairingLoss().ForDiscriminator(logits));
        AssertTensor.AreClose(Ln2, new RelativisticPairingLoss().ForGenerator(logits));
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

    private static Logits Of(float[] real, float[] fake) => new Logits(tensor(real), tensor(fake));
}
