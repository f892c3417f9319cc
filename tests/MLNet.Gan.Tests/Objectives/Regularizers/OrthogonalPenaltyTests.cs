using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Regularizers;

[TestClass]
public sealed class OrthogonalPenaltyTests
{
    [TestMethod]
    public void Penalty_CountsTheProductsOfDifferentFilters_OfTheTurnsPlayer()
    {
        using var scope = NewDisposeScope();

        // Filters (1, 2, 0), (3, 1, 1): product 5, which stands twice. (1, 2), (3, −1): 1, and (1, 1), (0, 1): 1.
        Tensor[] discriminator = [tensor([1f, 2, 0, 3, 1, 1]).reshape(2, 3), tensor([7f, 8])];
        Tensor[] generator = [tensor([1f, 2, 3, -1]).reshape(2, 1, 1, 2), tensor([1f, 1, 0, 1]).reshape(2, 2)];
        var context = new RegularizerContext(0, new(zeros(1, 2)), new(zeros(1, 2)))
        {
            DiscriminatorParameters = discriminator,
            GeneratorParameters = generator,
        };

        var penalty = new OrthogonalPenalty { Weight = 0.1 };
        AssertTensor.AreClose(0.1 * 2 * 25, penalty.Penalty(context));
        AssertTensor.AreClose(0.1 * (2 * 1 + 2 * 1), penalty.Penalty(context with { Turn = Player.Generator }));
    }

    [TestMethod]
    public void Penalty_OfOrthogonalFilters_IsNoneWhateverTheirLengths()
    {
        using var scope = NewDisposeScope();
        var context = new RegularizerContext(0, new(zeros(1, 2)), new(zeros(1, 2)))
        {
            DiscriminatorParameters = [tensor([300f, 400, -4, 3]).reshape(2, 2)],
        };

        AssertTensor.AreClose(0, new OrthogonalPenalty { Weight = 1 }.Penalty(context), tolerance: 0);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(4)]
    public void Player_ThatIsNone_IsRefused(int player)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new OrthogonalPenalty { Player = (Player)player });

        Assert.AreEqual("Player", error.ParamName);
        Assert.Contains("Player must be one of Discriminator, Generator, Both.", error.Message);
    }

    [TestMethod]
    public void Penalty_WithoutWeights_IsNone()
    {
        using var scope = NewDisposeScope();

        var context = new RegularizerContext(0, new(zeros(1, 2)), new(zeros(1, 2)));
        AssertTensor.AreClose(0, new OrthogonalPenalty().Penalty(context), tolerance: 0);
    }
}
