using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Monitoring;

[TestClass]
public sealed class ReactionTests
{
    private static readonly TrainingCorrections None = new();

    public static IEnumerable<object[]> Reactions => Implementations.Of<IReaction>();

    [TestMethod]
    [DynamicData(nameof(Reactions))]
    public void Reaction_ChangesSomething(IReaction reaction) =>
        Assert.IsTrue(reaction.RollsBack || reaction.EndsRun || reaction.Apply(None, 10) != None);

    [TestMethod]
    [DynamicData(nameof(Reactions))]
    public void Reaction_OfTheSameCorrections_IsTheSame(IReaction reaction) =>
        Assert.AreEqual(reaction.Apply(None, 10), reaction.Apply(None, 10));

    [TestMethod]
    public void LowerLearningRates_MultipliesThemDownToTheLeast()
    {
        var reaction = new LowerLearningRates { Factor = 0.5, Least = 0.2 };

        AssertCourse([0.5, 0.25, 0.2, 0.2], reaction, corrections => corrections.LearningRateFactor);
    }

    [TestMethod]
    public void RaiseR1Penalty_StopsAtItsLargest() =>
        AssertCourse([4, 10, 10], new RaiseR1Penalty { Gamma = 4, Factor = 3, Most = 10 }, corrections => corrections.R1Gamma);

    [TestMethod]
    public void RaiseR1Penalty_AddsItAndMultipliesIt() =>
        AssertCourse([0.2, 0.6, 1.8], new RaiseR1Penalty { Gamma = 0.2, Factor = 3 }, corrections => corrections.R1Gamma);

    [TestMethod]
    public void RaiseAugmentation_AddsUpToTheMost() => AssertCourse(
        [0.3, 0.6, 0.7, 0.7], new RaiseAugmentation { Change = 0.3, Most = 0.7 }, corrections => corrections.AugmentationProbability);

    [TestMethod]
    public void PausePlayer_SetsItsEnd()
    {
        Assert.AreEqual(
            None with { DiscriminatorPausedUntil = 17 }, new PausePlayer { Steps = 7 }.Apply(None, 10));
        Assert.AreEqual(
            None with { GeneratorPausedUntil = 60 }, new PausePlayer { Player = Player.Generator }.Apply(None, 10));
    }

    [TestMethod]
    [DataRow((Player)0)]
    [DataRow(Player.Discriminator | Player.Generator)]
    public void PausePlayer_OfBothOrNone_IsRefused(Player player) => Assert.AreEqual(
        "Player", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new PausePlayer { Player = player }).ParamName);

    [TestMethod]
    public void RollBackAndEndRun_LeaveTheCorrections()
    {
        Assert.AreEqual((true, false, None), (((IReaction)new RollBack()).RollsBack, ((IReaction)new RollBack()).EndsRun, ((IReaction)new RollBack()).Apply(None, 1)));
        Assert.AreEqual((false, true, None), (((IReaction)new EndRun()).RollsBack, ((IReaction)new EndRun()).EndsRun, ((IReaction)new EndRun()).Apply(None, 1)));
    }

    private static void AssertCourse(double[] expected, IReaction reaction, Func<TrainingCorrections, double> value)
    {
        var corrections = None;
        foreach (var one in expected)
        {
            corrections = reaction.Apply(corrections, 10);
            Assert.AreEqual(one, value(corrections), 1e-12);
        }
    }
}
