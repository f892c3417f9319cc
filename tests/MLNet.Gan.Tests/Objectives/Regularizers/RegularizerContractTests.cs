using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

/// <summary>What every regularizer must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class RegularizerContractTests
{
    private const double Nudge = 1e-5;

    /// <summary>Each regularizer in each turn that it says it acts in.</summary>
    public static IEnumerable<object[]> Turns =>
        from row in Implementations.Of<IRegularizer>()
        from turn in new[] { Player.Discriminator, Player.Generator }
        where ((IRegularizer)row[0]).Player.HasFlag(turn)
        select new[] { row[0], turn };

    [TestMethod]
    public void Regularizers_AreAllFound() => CollectionAssert.IsSubsetOf(
        new (Type, Player)[]
        {
            (typeof(R1Penalty), Player.Discriminator),
            (typeof(FeatureMatching), Player.Generator),
            (typeof(PerceptualMatching), Player.Generator),
            (typeof(AuxiliaryClassifier), Player.Discriminator),
            (typeof(AuxiliaryClassifier), Player.Generator),
        },
        Turns.Select(row => (row[0].GetType(), (Player)row[1])).ToArray());

    [TestMethod]
    [DynamicData(nameof(Turns))]
    public void Penalty_IsAScalarThatIsNotNegativeAndReachesTheParameters(IRegularizer regularizer, Player turn)
    {
        using var scope = NewDisposeScope();
        var game = new TinyGame();

        var penalty = regularizer.Penalty(game.Context(regularizer, turn));
        penalty.backward();

        Assert.AreEqual(0, penalty.dim());
        Assert.IsTrue(penalty.ToDouble() >= 0, $"{regularizer}: {penalty.ToDouble()}");
        var reached = game.Parameters(turn).Where(parameter => parameter.grad is not null).ToList();
        reached.ForEach(parameter => AssertTensor.IsFinite(parameter.grad!, $"{regularizer}"));
        var isReached = reached.Any(parameter => parameter.grad!.abs().min().ToDouble() > 0);
        Assert.IsTrue(isReached, $"{regularizer} reaches no parameter.");
    }

    [TestMethod]
    [DynamicData(nameof(Turns))]
    public void Penalty_InATurn_LeavesTheOtherPlayer(IRegularizer regularizer, Player turn)
    {
        using var scope = NewDisposeScope();
        var game = new TinyGame();

        regularizer.Penalty(game.Context(regularizer, turn)).backward();

        foreach (var parameter in game.Parameters(Player.Both & ~turn))
        {
            Assert.IsNull(parameter.grad, $"{regularizer} reaches the other player.");
            if (!regularizer.NeedsIn(turn).HasFlag(Needs.BothLosses)) // whose graphs need both, until the trainer freezes one again
                Assert.IsFalse(parameter.requires_grad, $"{regularizer} unfreezes the other player.");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Turns))]
    public void Penalty_DifferentiatedByTheParameters_AgreesWithFiniteDifferences(IRegularizer regularizer, Player turn)
    {
        using var scope = NewDisposeScope();
        var game = new TinyGame();
        regularizer.Penalty(game.Context(regularizer, turn)).backward();

        foreach (var parameter in game.Parameters(turn))
        {
            double[] found = parameter.grad is { } gradient
                ? AssertTensor.Values(gradient)
                : [.. Enumerable.Repeat(0.0, (int)parameter.numel())];
            for (var index = 0; index < found.Length; index++)
            {
                var expected = Slope(parameter, index);
                Assert.AreEqual(expected, found[index], 1e-9 + 1e-6 * Math.Abs(expected), $"{regularizer} at {index}");
            }
        }

        double Slope(Tensor parameter, int index) =>
            (Moved(parameter, index, Nudge) - Moved(parameter, index, -Nudge)) / (2 * Nudge);

        double Moved(Tensor parameter, int index, double change)
        {
            Add(parameter, index, change);
            var penalty = regularizer.Penalty(game.Context(regularizer, turn)).ToDouble();
            Add(parameter, index, -change);
            return penalty;
        }
    }

    private static void Add(Tensor parameter, int index, double change)
    {
        using var _ = no_grad();
        parameter.flatten(0)[index].add_(change);
    }
}
