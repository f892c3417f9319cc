using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Augmentations;

[TestClass]
public sealed class ColorAugmentationTests
{
    private static readonly ColorAugmentation Nothing = new() { Brightness = 0, Saturation = 0, Contrast = 0 };

    [TestMethod]
    public void Apply_OfRangesOf0_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        var samples = Augmented.Images(3, 4, 5);

        AssertTensor.AreClose(samples, Augmented.By(Nothing, samples), tolerance: 1e-6);
    }

    [TestMethod]
    public void Brightness_AddsOneNumberToEveryValueOfASample()
    {
        using var scope = NewDisposeScope();
        var samples = Augmented.Images(3, 4, 5);

        var added = Augmented.By(Nothing with { Brightness = 0.5 }, samples) - samples;

        AssertPerSample(added, from: -0.5, to: 0.5);
    }

    [TestMethod]
    public void Saturation_ScalesTheDistanceFromTheMeanOfTheChannels()
    {
        using var scope = NewDisposeScope();
        var samples = Augmented.Images(3, 4, 5);

        var changed = Augmented.By(Nothing with { Saturation = 1 }, samples);

        var gray = samples.mean([1], keepdim: true);
        AssertTensor.AreClose(gray, changed.mean([1], keepdim: true), tolerance: 1e-5);
        AssertPerSample((changed - gray) / (samples - gray), from: 0, to: 2, where: (samples - gray).abs() > 0.1);
    }

    [TestMethod]
    public void Saturation_OfOneChannel_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        var samples = Augmented.Images(1, 4, 5);

        AssertTensor.AreClose(samples, Augmented.By(Nothing with { Saturation = 1 }, samples), tolerance: 1e-6);
    }

    [TestMethod]
    public void Contrast_ScalesTheDistanceFromTheMeanOfTheImage()
    {
        using var scope = NewDisposeScope();
        var samples = Augmented.Images(3, 4, 5);

        var changed = Augmented.By(Nothing with { Contrast = 0.5 }, samples);

        var mean = samples.mean([1, 2, 3], keepdim: true);
        AssertTensor.AreClose(mean, changed.mean([1, 2, 3], keepdim: true), tolerance: 1e-5);
        AssertPerSample((changed - mean) / (samples - mean), from: 0.5, to: 1.5, where: (samples - mean).abs() > 0.1);
    }

    /// <summary>All values of a sample are one number, and the samples' numbers fill a range.</summary>
    private static void AssertPerSample(Tensor values, double from, double to, Tensor? where = null)
    {
        var counted = where ?? values.isfinite();
        var lowest = values.masked_fill(counted.@double() == 0, 1e9).amin(1, 2, 3);
        var highest = values.masked_fill(counted.@double() == 0, -1e9).amax(1, 2, 3);
        AssertTensor.AreClose(lowest, highest, tolerance: 1e-4);
        Assert.AreEqual(from, lowest.min().ToDouble(), (to - from) / 20);
        Assert.AreEqual(to, highest.max().ToDouble(), (to - from) / 20);
        Assert.AreEqual((from + to) / 2, lowest.mean().ToDouble(), (to - from) / 10);
    }
}
