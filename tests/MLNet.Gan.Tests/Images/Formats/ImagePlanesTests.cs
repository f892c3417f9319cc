using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class ImagePlanesTests
{
    [TestMethod]
    [DataRow(MLPixelFormat.Rgba32)]
    [DataRow(MLPixelFormat.Bgra32)]
    public void Of_EitherOrder_DropsAlpha(MLPixelFormat format)
    {
        using var image = MLImage.CreateFromPixels(1, 1, format, [10, 20, 30, 128]);

        CollectionAssert.AreEqual(
            format == MLPixelFormat.Rgba32 ? new byte[] { 10, 20, 30 } : [30, 20, 10], ImagePlanes.Of(image).Values);
    }

    [TestMethod]
    public void OfSample_RoundsAndClamps()
    {
        // (x + 1) · 127.5: −1 is 0, 0 is 127.5 and so 128, 0.5 is 191.25, 1 is 255.
        var image = ImagePlanes.OfSample(SampleShape.Image(3, 1, 2), [-1, 0, 0.5f, 1, -9, 9]);

        CollectionAssert.AreEqual(new byte[] { 0, 128, 191, 255, 0, 255 }, image.Values);
        Assert.IsTrue(ImagePlanes.OfSample(SampleShape.Image(1, 1, 2), [-1, 1]).IsGray);
        Assert.ThrowsExactly<FormatException>(() => ImagePlanes.OfSample(SampleShape.Image(1, 1, 1), [float.NaN]));
    }

    [TestMethod]
    public void IsGray_OfOnePlaneThatDiffers_IsFalse()
    {
        Assert.IsTrue(new ImagePlanes(1, 2, [1, 2, 1, 2, 1, 2]).IsGray);
        Assert.IsFalse(new ImagePlanes(1, 2, [1, 2, 1, 3, 1, 2]).IsGray);
        Assert.IsFalse(new ImagePlanes(1, 2, [1, 2, 1, 2, 1, 3]).IsGray);
    }
}
