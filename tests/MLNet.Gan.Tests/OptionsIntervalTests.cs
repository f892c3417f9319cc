using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests;

[TestClass]
public sealed class OptionsIntervalTests
{
    [TestMethod]
    public void Regularizers_OfAnIntervalBelowOne_AreRefused()
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = new GanOptions { Shape = SampleShape.Vector(2), Regularizers = [new Never()] });

        Assert.AreEqual("Regularizers", error.ParamName);
        Assert.Contains("whose interval is at least 1", error.Message);
    }

    [TestMethod]
    public void Controllers_OfAnIntervalBelowOne_AreRefused()
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => _ = Some.Options with { Controllers = [new SpyController(_ => { }, interval: 0)] });

        Assert.AreEqual("Controllers", error.ParamName);
        Assert.Contains("whose interval is at least 1", error.Message);
    }

    private sealed record Never : IRegularizer
    {
        public Player Player => Player.Discriminator;

        public int Interval => 0;

        public Tensor Penalty(RegularizerContext context) => zeros(1);
    }
}
