using Microsoft.ML.Data;
using MLNet.Gan.Reports;
using MLNet.Gan.Tests.Inception;

namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class ImageEndTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("image.png")]
    [DataRow("image.jpg")]
    public void IsMissing_OfAFileThatIsCut_IsSeen(string name)
    {
        var bytes = Encoded(name);

        Assert.IsFalse(ImageEnd.IsMissing(bytes));
        Assert.IsFalse(ImageEnd.IsMissing([.. bytes, 0, 0]), "What lies behind the end does no harm.");
        foreach (var length in new[] { bytes.Length / 4, bytes.Length / 2, bytes.Length - 20, bytes.Length - 2 })
            Assert.IsTrue(ImageEnd.IsMissing(bytes.AsSpan(0, name.EndsWith("png", StringComparison.Ordinal) ? length - 10 : length)),
                $"Cut after {length} of {bytes.Length} bytes.");
    }

    [TestMethod]
    public void IsMissing_OfAWebPShorterThanItSays_IsSeen()
    {
        byte[] file = [.. "RIFF"u8, 8, 0, 0, 0, .. "WEBPVP8 "u8];

        Assert.IsFalse(ImageEnd.IsMissing(file));
        Assert.IsTrue(ImageEnd.IsMissing(file.AsSpan(0, 15)));
    }

    [TestMethod]
    public void IsMissing_OfAnotherFormat_IsNotKnown()
    {
        Assert.IsFalse(ImageEnd.IsMissing([]));
        Assert.IsFalse(ImageEnd.IsMissing("BM and so on"u8));
    }

    private byte[] Encoded(string name)
    {
        var path = Path.Combine(_folder, name);
        if (name.EndsWith("png", StringComparison.Ordinal))
            return new Picture(32, 24, 3, MadeUp.Image(1, 24, 32)).ToPng();
        byte[] pixels = [.. MadeUp.Image(1, 24, 32).Chunk(3).SelectMany(color => (byte[])[.. color, 255])];
        using var image = MLImage.CreateFromPixels(32, 24, MLPixelFormat.Bgra32, pixels);
        image.Save(path);
        return File.ReadAllBytes(path);
    }
}
