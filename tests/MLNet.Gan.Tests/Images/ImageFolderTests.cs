using Microsoft.ML.Data;
using MLNet.Gan.Reports;
using SkiaSharp;

namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class ImageFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Files_AreThoseOfImages_SortedByTheirCharacters()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        foreach (var name in new[] { "c.PNG", "a.webp", "b/x.jpg", "B.bmp", "._c.PNG", "b/._x.jpg", "notes.txt", "d.npz", "e.ppm" })
            File.WriteAllText(Path.Combine(_folder, name), "");

        var names = ImageFolder.Files(_folder).Select(path => Path.GetRelativePath(_folder, path));

        CollectionAssert.AreEqual(new[] { "B.bmp", "a.webp", "b/x.jpg", "c.PNG" }, names.ToArray());
    }

    [TestMethod]
    [DataRow("png", SKEncodedImageFormat.Png)]
    [DataRow("jpg", SKEncodedImageFormat.Jpeg)]
    [DataRow("jpeg", SKEncodedImageFormat.Jpeg)]
    [DataRow("webp", SKEncodedImageFormat.Webp)]
    public void Files_AreOfFormatsThatCanBeRead(string ending, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(16, 8);
        bitmap.Erase(SKColors.White);
        using var encoded = bitmap.Encode(format, quality: 100);
        Write($"a.{ending}", encoded.ToArray());

        var image = ImageFolder.Read(ImageFolder.Files(_folder).Single());

        Assert.AreEqual((8, 16), (image.Height, image.Width));
        Assert.IsTrue(image.Values.All(value => value >= 254), string.Join(' ', image.Values));
    }

    [TestMethod]
    public void Files_OfBmp_CanBeRead()
    {
        // One pixel of 24 bits, blue 3, green 2, red 1: a header of 14 bytes, one of 40, and a row of 4.
        Write("a.bmp",
        [
            (byte)'B', (byte)'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0,
            40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            3, 2, 1, 0,
        ]);

        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, ImageFolder.Read(ImageFolder.Files(_folder).Single()).Values);
    }

    [TestMethod]
    public void Read_OfPpm_WhichNoFolderOffers_IsRefused() => Assert.ThrowsExactly<FormatException>(
        () => ImageFolder.Read(Write("a.ppm", [.. "P6 1 1 255\n"u8, 1, 2, 3])));

    [TestMethod]
    public void Files_OfAFolderWithoutImages_SaysSo() => Assert.Contains("holds no image",
        Assert.ThrowsExactly<FormatException>(() => ImageFolder.Files(_folder)).Message);

    [TestMethod]
    public void Read_OfColors_GivesPlanes()
    {
        // Two pixels: (1, 2, 3) and (4, 5, 6).
        var path = Write("a.png", new Picture(2, 1, 3, [1, 2, 3, 4, 5, 6]).ToPng());

        var image = ImageFolder.Read(path);

        Assert.AreEqual((1, 2, false), (image.Height, image.Width, image.IsGray));
        CollectionAssert.AreEqual(new byte[] { 1, 4, 2, 5, 3, 6 }, image.Values);
    }

    [TestMethod]
    public void Read_OfGray_RepeatsThePlane()
    {
        var image = ImageFolder.Read(Write("a.png", new Picture(1, 2, 1, [7, 8]).ToPng()));

        Assert.AreEqual((2, 1, true), (image.Height, image.Width, image.IsGray));
        CollectionAssert.AreEqual(new byte[] { 7, 8, 7, 8, 7, 8 }, image.Values);
    }

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
    public void Read_OfAFileThatIsNoImage_NamesIt()
    {
        var path = Write("a.png", [1, 2, 3]);

        Assert.Contains(path, Assert.ThrowsExactly<FormatException>(() => ImageFolder.Read(path)).Message);
    }

    [TestMethod]
    public void Read_OfManyWithABadOne_SkipsItOnlyIfAsked()
    {
        Write("a.png", new Picture(1, 1, 1, [7]).ToPng());
        var bad = Write("b.png", [1, 2, 3]);
        Write("c.png", new Picture(1, 1, 1, [9]).ToPng());
        var files = ImageFolder.Files(_folder);
        List<string> skipped = [];

        var images = ImageFolder.Read(files, damage => skipped.Add(damage.Message)).ToList();

        CollectionAssert.AreEqual(new byte[] { 7, 9 }, images.Select(image => image.Values[0]).ToArray());
        Assert.Contains(bad, Assert.ContainsSingle(skipped));
        Assert.ThrowsExactly<FormatException>(() => ImageFolder.Read(files).Count());
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

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
