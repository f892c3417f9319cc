using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class SkipConnectionTests
{
    [TestMethod]
    public void Forward_AddsWhatItReadsAndScales()
    {
        using var scope = NewDisposeScope();
        using var layer = new SkipConnection(new Sequential(new LeakyRelu(0.5), new LeakyRelu(0.5)));

        // (4 + 4)/√2, and (−4 − 1)/√2.
        AssertTensor.AreClose([8 / Math.Sqrt(2), -5 / Math.Sqrt(2)], layer.forward(tensor([4f, -4])));
    }
}
