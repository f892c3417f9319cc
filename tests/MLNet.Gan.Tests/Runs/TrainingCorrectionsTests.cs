namespace MLNet.Gan.Tests.Runs;

[TestClass]
public sealed class TrainingCorrectionsTests
{
    private static readonly TrainingCorrections None = new();

    [TestMethod]
    public void DifferencesFrom_EqualOnes_AreNone() => Assert.AreEqual("", new TrainingCorrections().DifferencesFrom(None));

    [TestMethod]
    public void DifferencesFrom_Others_NamesEachWithBothValues()
    {
        var now = new TrainingCorrections
        {
            LearningRateFactor = 0.25, R1Gamma = 0.1, AugmentationProbability = 0.2, DiscriminatorPausedUntil = 150, GeneratorPausedUntil = 7,
            BalancesLearningRates = true,
        };

        Assert.AreEqual(
            "factor of the learning rates 1 → 0.25, γ of the added R1 penalty 0 → 0.1, least augmentation probability 0 → 0.2, "
                + "step until which the discriminator pauses 0 → 150, step until which the generator pauses 0 → 7, discriminator's learning rate not below the generator's",
            now.DifferencesFrom(None));
        Assert.AreEqual("γ of the added R1 penalty 0.1 → 0.5", (now with { R1Gamma = 0.5 }).DifferencesFrom(now));
    }

    [TestMethod]
    public void Corrections_OutOfTheirRange_AreRefused()
    {
        Assert.AreEqual("LearningRateFactor", Refused(() => None with { LearningRateFactor = 0 }));
        Assert.AreEqual("R1Gamma", Refused(() => None with { R1Gamma = -1 }));
        Assert.AreEqual("AugmentationProbability", Refused(() => None with { AugmentationProbability = 1.1 }));
        Assert.AreEqual("DiscriminatorPausedUntil", Refused(() => None with { DiscriminatorPausedUntil = -1 }));
        Assert.AreEqual("GeneratorPausedUntil", Refused(() => None with { GeneratorPausedUntil = -1 }));

        static string? Refused(Func<TrainingCorrections> make) =>
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = make()).ParamName;
    }

    [TestMethod]
    public void Finding_AsText_SaysSinceWhenAndWhatToDo()
    {
        Assert.AreEqual("Step 9: Odd.", new Finding(9, "Odd.").ToString());
        Assert.AreEqual("Since step 4: Odd. Change it.", new Finding(9, "Odd.") { Since = 4, Advice = "Change it." }.ToString());
    }

    [TestMethod]
    public void Intervention_AsText_IsASentence()
    {
        Assert.AreEqual("Step 9, because of Odd: a 1 → 2.", new Intervention(9, "Odd", "a 1 → 2", null).ToString());
        Assert.AreEqual(
            "Step 9, because of Odd: back to the networks of step 4, a 1 → 2.",
            new Intervention(9, "Odd", "a 1 → 2", 4).ToString());
    }
}
