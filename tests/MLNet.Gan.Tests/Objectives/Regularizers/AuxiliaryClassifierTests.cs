using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

/// <summary>Two classes; logits (ln 3, 0) give them the probabilities ¾ and ¼, logits (0, 0) a half each.</summary>
[TestClass]
public sealed class AuxiliaryClassifierTests
{
    private static readonly double Ln2 = Math.Log(2), Ln4 = Math.Log(4), Ln4Over3 = Math.Log(4 / 3.0);

    [TestMethod]
    public void Heads_AskForTheClassInsteadOfTellingIt()
    {
        var head = new AuxiliaryClassifier().Heads(7).Single();

        Assert.AreEqual(new DiscriminatorHead("classes", 7, ReplacesLabels: true), head);
        Assert.AreEqual(Needs.Classes | Needs.FakeFeatures, new AuxiliaryClassifier().NeedsIn(Player.Generator));
        Assert.AreEqual(
            Needs.Classes | Needs.RealFeatures,
            new AuxiliaryClassifier { LearnsFromFakes = false }.NeedsIn(Player.Discriminator));
    }

    [TestMethod]
    public void Penalty_InTheDiscriminatorsTurn_IsTheCrossEntropyOfBothSides()
    {
        using var scope = NewDisposeScope();

        // Real samples say (ln 3, 0), of classes 0 and 1: ln 4/3 and ln 4. Fakes know nothing: ln 2.
        var real = (Ln4Over3 + Ln4) / 2;
        AssertTensor.AreClose(real + Ln2, new AuxiliaryClassifier().Penalty(Context(Player.Discriminator)));
        AssertTensor.AreClose(3 * real, new AuxiliaryClassifier { LearnsFromFakes = false, Weight = 3 }
            .Penalty(Context(Player.Discriminator)));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Penalty_InTheGeneratorsTurn_IsTheCrossEntropyOfFakes(bool learnsFromFakes)
    {
        using var scope = NewDisposeScope();

        var classifier = new AuxiliaryClassifier { LearnsFromFakes = learnsFromFakes };
        AssertTensor.AreClose(Ln2, classifier.Penalty(Context(Player.Generator)));
    }

    /// <summary>The discriminator's answers are the samples themselves.</summary>
    private static RegularizerContext Context(Player turn)
    {
        static DiscriminatorOutput Discriminate(Tensor x) => new(x.sum(1)) { Heads = new Dictionary<string, Tensor> { ["classes"] = x } };
        var (real, fake) = (tensor([MathF.Log(3), 0, MathF.Log(3), 0]).reshape(2, 2), zeros(2, 2));
        return new(0, DiscriminatorPass.Of(Discriminate, real), DiscriminatorPass.Of(Discriminate, fake))
        {
            Turn = turn,
            Labels = tensor([0L, 1]),
        };
    }
}
