using MLNet.Gan.Regularizers;

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

    private sealed record Never : IRegularizer
    {
        public Player Player => Player.Discriminator;

        public int Interval => 0;

        public Tensor Penalty(Round round) => zeros(1);
    }
}
