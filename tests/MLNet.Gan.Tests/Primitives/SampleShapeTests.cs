namespace MLNet.Gan.Tests.Primitives;

[TestClass]
public sealed class SampleShapeTests
{
    [TestMethod]
    public void Image_HasThreeDimensions()
    {
        var shape = SampleShape.Image(3, 20, 36);

        Assert.AreEqual((3, 20, 36, 2160, true), (shape.Channels, shape.Height, shape.Width, shape.Size, shape.IsImage));
        CollectionAssert.AreEqual(new[] { 3, 20, 36 }, shape.Dimensions);
        Assert.AreEqual("Image(3, 20, 36)", shape.ToString());
    }

    [TestMethod]
    public void Vector_HasOneDimension()
    {
        var shape = SampleShape.Vector(7);

        Assert.AreEqual((7, 1, 1, 7, false), (shape.Channels, shape.Height, shape.Width, shape.Size, shape.IsImage));
        CollectionAssert.AreEqual(new[] { 7 }, shape.Dimensions);
        Assert.AreEqual("Vector(7)", shape.ToString());
    }

    [TestMethod]
    public void Shapes_AreEqualByValue()
    {
        Assert.AreEqual(SampleShape.Image(1, 2, 3), SampleShape.Image(1, 2, 3));
        Assert.AreNotEqual(SampleShape.Image(2, 1, 1), SampleShape.Vector(2));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-4)]
    public void Sizes_BelowOne_AreRefused(int size)
    {
        AssertRefused("channels", () => _ = SampleShape.Image(size, 1, 1));
        AssertRefused("height", () => _ = SampleShape.Image(1, size, 1));
        AssertRefused("width", () => _ = SampleShape.Image(1, 1, size));
        AssertRefused("size", () => _ = SampleShape.Vector(size));
    }

    [TestMethod]
    [DataRow(1, 65_536, 65_536)] // 2³², which is 0 in 32 bits
    [DataRow(2_000_000_000, 2_000_000_000, 2_000_000_000)]
    public void Image_TooLargeForAnArray_IsRefused(int channels, int height, int width)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = SampleShape.Image(channels, height, width));

        Assert.AreEqual("width", error.ParamName);
        Assert.Contains($"A sample of Image({channels}, {height}, {width}) has more values than an array can hold.", error.Message);
    }

    private static void AssertRefused(string parameter, Action make)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(make);
        Assert.AreEqual(parameter, error.ParamName);
        Assert.Contains($"{parameter} must be greater than 0.", error.Message);
    }
}
