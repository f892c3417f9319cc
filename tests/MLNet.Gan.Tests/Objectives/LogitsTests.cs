namespace MLNet.Gan.Tests.Objectives;

[TestClass]
public sealed class LogitsTests
{
    [TestMethod]
    public void Real_ThatTheLossDidNotDeclare_SaysHowToDeclareIt()
    {
        using var scope = NewDisposeScope();
        var logits = new Logits(null, zeros(2));

        var error = Assert.ThrowsExactly<InvalidOperationException>(() => _ = logits.Real);
        Assert.Contains("Return Needs.Logits there.", error.Message);
        new NonSaturatingLoss().ForGenerator(logits);
    }

    [TestMethod]
    [DataRow(typeof(HingeLoss), false)]
    [DataRow(typeof(LeastSquaresLoss), false)]
    [DataRow(typeof(NonSaturatingLoss), false)]
    [DataRow(typeof(SaturatingLoss), false)]
    [DataRow(typeof(WassersteinLoss), false)]
    [DataRow(typeof(RelativisticPairingLoss), true)]
    [DataRow(typeof(RelativisticAverageLoss), true)]
    public void NeedsIn_TheGeneratorsTurn_HasRealLogitsWhereTheLossIsRelativistic(Type type, bool expected)
    {
        var loss = (IGanLoss)Activator.CreateInstance(type)!;

        Assert.AreEqual(expected, loss.NeedsIn(Player.Generator).HasFlag(Needs.RealLogits));
        Assert.IsTrue(loss.NeedsIn(Player.Generator).HasFlag(Needs.FakeLogits));
        Assert.AreEqual(Needs.Logits, loss.NeedsIn(Player.Discriminator));
    }
}
