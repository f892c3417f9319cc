using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class PictureTests
{
    [TestMethod]
    public void ToPng_Grey_ReadsBackExactly()
    {
        byte[] pixels = [0, 255, 7, 8, 9, 200];

        var png = new PngReader(new Picture(3, 2, 1, pixels).ToPng());

        Assert.AreEqual((3, 2, 8, 0), (png.Width, png.Height, png.BitDepth, png.ColorType));
        CollectionAssert.AreEqual(new[] { "IHDR", "IDAT", "IEND" }, png.Chunks);
        CollectionAssert.AreEqual(pixels, png.Pixels());
    }

    [TestMethod]
    public void ToPng_Rgb_ReadsBackExactly()
    {
        byte[] pixels = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30];

        var png = new PngReader(new Picture(2, 2, 3, pixels).ToPng());

        Assert.AreEqual((2, 2, 8, 2), (png.Width, png.Height, png.BitDepth, png.ColorType));
        CollectionAssert.AreEqual(pixels, png.Pixels());
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void ToPng_NoiseRampsAndRepeats_ReadBackExactly(int channels)
    {
        // Noise, a ramp along the row and a repeated row make each of the three filters the best one somewhere.
        var random = new Random(1);
        var noise = new byte[37 * channels];
        random.NextBytes(noise);
        byte[] ramp = [.. Enumerable.Range(0, 37 * channels).Select(i => (byte)(i / channels * 5))];
        byte[] sparse = [.. Enumerable.Range(0, 37 * channels).Select(i => (byte)(i % 11 == 0 ? 3 : 0))];
        byte[] pixels = [.. noise, .. noise, .. ramp, .. sparse];

        var png = new PngReader(new Picture(37, 4, channels, pixels).ToPng());

        CollectionAssert.AreEqual(pixels, png.Pixels());
        CollectionAssert.AreEqual(new byte[] { 0, 1, 2 }, png.Filters.ToArray());
    }

    [TestMethod]
    public void ToPng_SmoothPicture_IsSmallerThanItsPixels()
    {
        var pixels = new byte[100 * 100];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i % 100 + i / 100);
        }

        Assert.IsTrue(new Picture(100, 100, 1, pixels).ToPng().Length < pixels.Length / 20);
    }

    [TestMethod]
    public void Constructor_WhenTheArrayChangesLater_KeepsItsOwnPixels()
    {
        byte[] pixels = [5];
        var picture = new Picture(1, 1, 1, pixels);

        pixels[0] = 6;

        Assert.AreEqual(5, picture.Pixels[0]);
    }

    [TestMethod]
    public void Constructor_WithTooFewValues_SaysHowManyAreNeeded()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => _ = new Picture(3, 2, 3, new byte[17]));

        Assert.AreEqual("pixels", error.ParamName);
        Assert.Contains("needs 18 values, but 17 were given", error.Message);
    }

    [TestMethod]
    public void Constructor_WithTwoChannels_SaysWhichNumbersAreMeant()
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new Picture(1, 1, 2, new byte[2]));

        Assert.AreEqual("channels", error.ParamName);
        Assert.Contains("1 channel (gray) or 3", error.Message);
    }

    [TestMethod]
    public void Save_ToAFile_WritesThePng()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var picture = new Picture(1, 1, 1, [9]);
            var path = Path.Combine(folder.FullName, "one.png");

            picture.Save(path);

            CollectionAssert.AreEqual(picture.ToPng(), File.ReadAllBytes(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
