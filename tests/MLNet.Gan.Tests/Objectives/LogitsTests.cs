namespace MLNet.Gan.Tests.Objectives;

[TestClass]
public sealed class LogitsTests
{
    [TestMethod]
    public void Logits_AreAskedForWhenRead_AndOnce()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (0, 0);
        var logits = new Logits(() => { real++; return zeros(2); }, () => { fake++; return zeros(2); });

        new NonSaturatingLoss().ForGenerator(logits);
        Assert.AreEqual((0, 1), (real, fake));

        new NonSaturatingLoss().ForDiscriminator(logits);
        Assert.AreEqual((1, 1), (real, fake));
    }
}
