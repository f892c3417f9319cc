using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Augmentations;

[TestClass]
public sealed class InstanceNoiseTests
{
    [TestMethod]
    [DataRow(0, 0.1)]
    [DataRow(5_000, 0.05)]
    public void Apply_AddsNoiseOfTheStepsDeviation(int step, double expected)
    {
        using var scope = NewDisposeScope();

        // Of 100 000 numbers the measured deviation has one of 1/√200 000 = 0.22 % itself, the mean one of 0.32 %.
        var added = Augmented.By(new InstanceNoise(), ones(1000, 100), step) - 1;

        Assert.AreEqual(expected, added.std().ToDouble(), 0.01 * expected);
        Assert.AreEqual(0, added.mean().ToDouble(), 0.015 * expected);
        Assert.AreEqual(expected, added.std(1).min().ToDouble(), 0.35 * expected);
    }

    [TestMethod]
    public void Apply_AfterTheDecay_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        var samples = Augmented.Images(1, 2, 2);

        AssertTensor.AreClose(samples, Augmented.By(new InstanceNoise(), samples, step: 10_000), tolerance: 0);
    }
}
