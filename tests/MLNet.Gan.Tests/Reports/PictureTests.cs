using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class PictureTests
{
    [TestMethod]
    public void ToPng_Gray_ReadsBackExactly()
    {
        byte[] pixels = [0, 255, 7, 8, 9, 200];

        var png = new PngReader(new Picture(3, 2, 1, pixels).ToPng());

        Assert.AreEqual((3, 2, 8, 0), (png.Width, png.Height, png.BitDepth, png.ColorType));
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
        // Rows of noise, a ramp, few values, and blurred noise: each has a filter that fits it best.
        var random = new Random(1);
        var noise = new byte[37 * channels];
        random.NextBytes(noise);
        byte[] ramp = [.. Enumerable.Range(0, 37 * channels).Select(i => (byte)(i / channels * 5))];
        byte[] sparse = [.. Enumerable.Range(0, 37 * channels).Select(i => (byte)(i % 11 == 0 ? 3 : 0))];
        byte[] pixels = [.. noise, .. noise, .. ramp, .. sparse, .. Blurred(random, 37, 20, channels)];

        var png = new PngReader(new Picture(37, 24, channels, pixels).ToPng());

        CollectionAssert.AreEqual(pixels, png.Pixels());
        CollectionAssert.IsSubsetOf(new byte[] { 1, 2, 4 }, png.Filters.ToArray());
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void ToPng_AnyPicture_HasNoChunkThatChangesColors(int channels)
    {
        var noise = new byte[200 * 200 * channels]; // Long enough for several IDAT.
        new Random(1).NextBytes(noise);

        var chunks = new PngReader(new Picture(200, 200, channels, noise).ToPng()).Chunks;

        // sBIT says that 8 bits of 8 are significant. There is no gAMA, cHRM, sRGB or iCCP.
        CollectionAssert.AreEqual(new[] { "IHDR", "sBIT", "IDAT", "IEND" }, chunks.Distinct().ToArray());
        Assert.IsGreaterThan(4, chunks.Count);
    }

    [TestMethod]
    public void ToPng_OfEqualPictures_IsEqual()
    {
        byte[] pixels = Blurred(new(1), 37, 20, 3);

        CollectionAssert.AreEqual(
            new Picture(37, 20, 3, pixels).ToPng(), new Picture(37, 20, 3, [.. pixels]).ToPng());
    }

    [TestMethod]
    [DataRow(1_000_001, 1)]
    [DataRow(1, 1_000_001)]
    public void ToPng_OfALongerSideThanTheLibraryTakes_SaysHowLongItCanBe(int width, int height)
    {
        var picture = new Picture(width, height, 1, new byte[1_000_001]);

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => picture.ToPng()).Message;

        Assert.StartsWith($"A picture of {width} × {height} pixels cannot be written as PNG: ", message);
        Assert.Contains("1,000,000 pixels in a direction", message);
    }

    [TestMethod]
    [DataRow(1_000_000, 1)]
    [DataRow(1, 1_000_000)]
    public void ToPng_OfTheLongestSide_ReadsBackExactly(int width, int height)
    {
        var png = new PngReader(new Picture(width, height, 1, new byte[1_000_000]).ToPng());

        Assert.AreEqual((width, height), (png.Width, png.Height));
        Assert.IsFalse(png.Pixels().Any(value => value != 0));
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

    private static byte[] Blurred(Random random, int width, int height, int channels)
    {
        var pixels = new byte[width * height * channels];
        for (var i = 0; i < pixels.Length; i++)
        {
            var left = i % (width * channels) < channels ? 128 : pixels[i - channels];
            var above = i < width * channels ? 128 : pixels[i - width * channels];
            pixels[i] = (byte)((left + above) / 2 + random.Next(5) - 2);
        }

        return pixels;
    }
}
