using System.Buffers.Binary;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace Shims.Tests.Images;

[TestClass]
public sealed class MLImageTests
{
    public static IEnumerable<object[]> Cases => ImageCase.All.Select(image => new object[] { image });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void CreateFromStream_OfAFile_GivesItsPixels(ImageCase expected)
    {
        using var image = MLImage.CreateFromStream(new MemoryStream(expected.File));

        Assert.AreEqual((expected.Width, expected.Height), (image.Width, image.Height));
        Assert.AreEqual((MLPixelFormat.Bgra32, 32), (image.PixelFormat, image.BitsPerPixel));
        var rgba = image.Pixels.ToArray().Chunk(4).SelectMany(bgra => new[] { bgra[2], bgra[1], bgra[0], bgra[3] });
        CollectionAssert.AreEqual(expected.Pixels, rgba.ToArray());
    }

    [TestMethod]
    public void CreateFromFile_ReadsTheFile()
    {
        var path = Path.GetTempFileName();
        try
        {
            var expected = ImageCase.Named("P6 by Pillow");
            File.WriteAllBytes(path, expected.File);
            using var image = MLImage.CreateFromFile(path);

            Assert.AreEqual((expected.Width, expected.Height), (image.Width, image.Height));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.ThrowsExactly<ArgumentException>(() => MLImage.CreateFromFile(path));
    }

    [TestMethod]
    public void CreateFromPixels_KeepsThemAsTheyAre()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6, 7, 8];
        using var image = MLImage.CreateFromPixels(2, 1, MLPixelFormat.Rgba32, pixels);

        Assert.AreEqual((2, 1, MLPixelFormat.Rgba32), (image.Width, image.Height, image.PixelFormat));
        CollectionAssert.AreEqual(pixels, image.Pixels.ToArray());
        Assert.ThrowsExactly<ArgumentException>(() => MLImage.CreateFromPixels(1, 1, MLPixelFormat.Rgba32, pixels));
        Assert.ThrowsExactly<ArgumentException>(() => MLImage.CreateFromPixels(2, 1, MLPixelFormat.Unknown, pixels));
        Assert.ThrowsExactly<ArgumentException>(() => MLImage.CreateFromPixels(0, 1, MLPixelFormat.Rgba32, []));
        Assert.ThrowsExactly<ArgumentException>(() => MLImage.CreateFromPixels(1, 0, MLPixelFormat.Rgba32, []));
    }

    [TestMethod]
    public void Pixels_AfterDispose_AreRefused()
    {
        var image = MLImage.CreateFromPixels(1, 1, MLPixelFormat.Rgba32, [1, 2, 3, 4]);
        image.Dispose();
        image.Dispose();

        Assert.ThrowsExactly<InvalidOperationException>(() => _ = image.Pixels.Length);
        Assert.ThrowsExactly<InvalidOperationException>(() => _ = image.Width);
    }

    [TestMethod]
    public void CreateFromStream_OfAFileCutShortAnywhere_IsRefused()
    {
        string[] names = ["rgb plain", "grey of 1 bits interlaced", "palette with alphas", "P6 by Pillow", "P3"];
        foreach (var name in names)
        {
            var file = ImageCase.Named(name).File;
            // The last value of a text may lose digits without anyone seeing it.
            for (var length = 0; length < file.Length - (name == "P3" ? 4 : 0); length++)
                AssertRefused(file[..length], "");
        }
    }

    [TestMethod]
    public void CreateFromStream_OfAFlippedByte_IsRefused()
    {
        // A PNG is covered by its checksums from end to end.
        var file = ImageCase.Named("rgb plain").File;
        for (var at = 0; at < file.Length; at++)
        {
            byte[] bad = [.. file];
            bad[at] ^= 0x10;
            AssertRefused(bad, "");
        }
    }

    [TestMethod]
    [DataRow(8, 16, "16 bits a channel", DisplayName = "16 bits")]
    [DataRow(8, 3, "colour type 2 with 3 bits", DisplayName = "3 bits")]
    [DataRow(9, 5, "colour type 5", DisplayName = "colour type 5")]
    [DataRow(9, 3, "palette is missing", DisplayName = "palette without one")]
    [DataRow(10, 1, "header is damaged", DisplayName = "another compression")]
    [DataRow(12, 2, "header is damaged", DisplayName = "another interlacing")]
    [DataRow(3, 0, "claims 0", DisplayName = "no column")]
    [DataRow(7, 9, "more data", DisplayName = "too much data")]
    [DataRow(0, 255, "cannot hold", DisplayName = "a bomb")]
    [DataRow(4, 1, "cannot hold", DisplayName = "16 million rows")]
    public void CreateFromStream_OfABadHeader_SaysWhatIsWrong(int at, int value, string message)
    {
        byte[] file = [.. ImageCase.Named("rgb plain").File];
        file[16 + at] = (byte)value;
        Repair(file, 8);

        AssertRefused(file, message);
    }

    [TestMethod]
    public void CreateFromStream_OfAChunkThatItMustKnow_IsRefused()
    {
        byte[] file = [.. ImageCase.Named("palette with alphas").File];
        var palette = file.AsSpan().IndexOf("PLTE"u8);
        "ABCD"u8.CopyTo(file.AsSpan(palette));
        Repair(file, palette - 4);

        AssertRefused(file, "ABCD");
    }

    [TestMethod]
    public void CreateFromStream_OfAnIndexBehindThePalette_IsRefused()
    {
        // One entry is left of four.
        byte[] file = [.. ImageCase.Named("palette with alphas").File];
        var palette = file.AsSpan().IndexOf("PLTE"u8) - 4;
        var (kept, rest) = (file[(palette + 4)..(palette + 11)], file[(palette + 24)..]);
        byte[] shorter = [.. file[..palette], 0, 0, 0, 3, .. kept, 0, 0, 0, 0, .. rest];
        Repair(shorter, palette);

        AssertRefused(shorter, "of a palette of 1");
    }

    [TestMethod]
    [DataRow("P6 2 2 65535\n", "8 bits a channel")]
    [DataRow("P5 0 4 255\n", "claims 0")]
    [DataRow("P5 99999999 99999999 255\n", "cut short")]
    [DataRow("P5 999999999 4 255\n", "too large")]
    [DataRow("P2 1 1 5 6", "A value is 6")]
    [DataRow("P2 x", "cut short")]
    [DataRow("P1 1 1 1", "neither")]
    [DataRow("GIF89a", "neither")]
    [DataRow("", "neither")]
    public void CreateFromStream_OfABadText_SaysWhatIsWrong(string file, string message) =>
        AssertRefused(System.Text.Encoding.ASCII.GetBytes(file), message);

    [TestMethod]
    public void ImageDataViewType_IsEqualBySize()
    {
        Assert.AreEqual(new ImageDataViewType(2, 3), new ImageDataViewType(2, 3));
        Assert.AreNotEqual(new ImageDataViewType(2, 3), new ImageDataViewType(3, 2));
        Assert.AreEqual((0, 0), (new ImageDataViewType().Height, new ImageDataViewType().Width));
        Assert.AreEqual(typeof(MLImage), new ImageDataViewType().RawType);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ImageDataViewType(0, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ImageDataViewType(1, 0));
    }

    private static void AssertRefused(byte[] file, string message)
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => MLImage.CreateFromStream(new MemoryStream(file)));
        Assert.Contains(message, error.Message);
    }

    /// <summary>Computes the checksum of a chunk anew, bit by bit.</summary>
    private static void Repair(byte[] file, int chunk)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(chunk));
        var crc = uint.MaxValue;
        foreach (var value in file.AsSpan(chunk + 4, length + 4))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(chunk + 8 + length), ~crc);
    }
}
