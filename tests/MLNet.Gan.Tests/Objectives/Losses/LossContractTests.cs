using MLNet.Gan.Tests.Documents;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Objectives.Losses;

/// <summary>What every loss must do. A new loss is picked up here by itself.</summary>
[TestClass]
public sealed class LossContractTests
{
    /// <summary>The library's, and the one that docs/adding-a-loss.md adds.</summary>
    public static IEnumerable<object[]> Losses => Implementations.Of<IGanLoss>().Append([new RelativisticHingeLoss()]);

    [TestMethod]
    public void Losses_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[]
        {
            typeof(HingeLoss), typeof(LeastSquaresLoss), typeof(NonSaturatingLoss), typeof(RelativisticAverageLoss),
            typeof(RelativisticPairingLoss), typeof(SaturatingLoss), typeof(WassersteinLoss),
        },
        Losses.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Losses))]
    public void ForGenerator_WhenFakesLookMoreReal_Falls(IGanLoss loss)
    {
        using var scope = NewDisposeScope();
        var real = zeros(4);

        var doubted = loss.ForGenerator(Of(real, fake: full(4, -0.5)));
        var trusted = loss.ForGenerator(Of(real, fake: full(4, +0.5)));

        Assert.IsTrue(trusted.ToDouble() < doubted.ToDouble(), $"{loss}: {trusted.ToDouble()} is not below {doubted.ToDouble()}.");
    }

    [TestMethod]
    [DynamicData(nameof(Losses))]
    public void ForDiscriminator_WhenItTellsThemApart_Falls(IGanLoss loss)
    {
        using var scope = NewDisposeScope();

        var confused = loss.ForDiscriminator(Of(real: zeros(4), fake: zeros(4)));
        var sharp = loss.ForDiscriminator(Of(real: full(4, 0.5), fake: full(4, -0.5)));

        Assert.IsTrue(sharp.ToDouble() < confused.ToDouble(), $"{loss} does not reward telling real from fake.");
    }

    [TestMethod]
    [DynamicData(nameof(Losses))]
    public void Losses_AreScalarsWithFiniteGradients(IGanLoss loss)
    {
        using var scope = NewDisposeScope();
        var real = tensor([-50f, 0f, 50f]).requires_grad_(true);
        var fake = tensor([-50f, 0f, 50f]).requires_grad_(true);

        var (forDiscriminator, forGenerator) = (loss.ForDiscriminator(Of(real, fake)), loss.ForGenerator(Of(real, fake)));
        (forDiscriminator + forGenerator).backward();

        Assert.AreEqual(0, forDiscriminator.dim());
        Assert.AreEqual(0, forGenerator.dim());
        AssertTensor.IsFinite(real.grad!, $"{loss}");
        AssertTensor.IsFinite(fake.grad!, $"{loss}");
    }

    [TestMethod]
    [DynamicData(nameof(Losses))]
    public void Losses_OfABatchTwiceOver_AreThoseOfTheBatch(IGanLoss loss)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor([0.3f, -2f, 1f]), tensor([1.5f, 0f, -0.2f]));
        var (once, twice) = (Of(real, fake), Of(cat([real, real]), cat([fake, fake])));

        AssertTensor.AreClose(loss.ForDiscriminator(once).ToDouble(), loss.ForDiscriminator(twice));
        AssertTensor.AreClose(loss.ForGenerator(once).ToDouble(), loss.ForGenerator(twice));
    }

    private static Logits Of(Tensor real, Tensor fake) => new Logits(real, fake);
}
