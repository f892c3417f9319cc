using System.Diagnostics;
using System.Text;

namespace MLNet.Gan.Tests.Images;

/// <summary>Image files of many kinds; kinds.py has read them with PIL.</summary>
[TestClass]
public sealed class ImageFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static IEnumerable<object[]> Kinds => Kind.All.Select(kind => new object[] { kind });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Read_OfEachKind_GivesThePixelsThatPilReads(Kind kind)
    {
        var image = ImageFile.Read(Write(kind.File));

        Assert.AreEqual((kind.Height, kind.Width), (image.Planes.Height, image.Planes.Width));
        var size = kind.Height * kind.Width;
        var pixels = Enumerable.Range(0, 3 * size).Select(i => image.Planes.Values[i % 3 * size + i / 3]).ToArray();
        if (kind.Tolerance == 0)
            Assert.AreEqual(Convert.ToHexString(kind.Pixels), Convert.ToHexString(pixels));
        else
            Assert.AreEqual(kind.Tolerance, kind.Pixels.Zip(pixels, (expected, actual) => Math.Abs(expected - actual)).Max());
        Assert.AreEqual(kind.Traits, string.Join(' ', image.Traits.Select(Name)));
        Assert.AreEqual(kind.Deep, image.LargestDeepValue);
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Check_OfEveryFileThatIsCut_NamesIt(Kind kind)
    {
        for (var length = 0; length < kind.File.Length; length++)
        {
            var path = Write(kind.File[..length]);
            var message = Assert.ThrowsExactly<FormatException>(() => ImageFile.Check(path), $"Cut after {length} bytes.").Message;
            Assert.Contains(path, message);
            if (length > 18)
                Assert.Contains("is cut short: the file ", message);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Check_OfWhatLiesBehindTheEnd_DoesNoHarm(Kind kind)
    {
        ImageFile.Check(Write([.. kind.File, 0, 0]));
        ImageFile.Check(Write([.. kind.File, .. "IEND and other text"u8]));
    }

    [TestMethod]
    [DataRow("bmp-24")]
    [DataRow("bmp-gray")]
    [DataRow("bmp-1")]
    [DataRow("bmp-4")]
    [DataRow("bmp-palette")]
    [DataRow("bmp-32")]
    [DataRow("bmp-top-down")]
    [DataRow("bmp-rle")]
    [DataRow("bmp-v5")]
    public void Read_OfADibWithoutAFileHeader_GivesThePixelsOfTheBmp(string name)
    {
        // PIL writes .dib files so, and reads these as the BMP.
        var kind = Kind.All.Single(kind => kind.Name == name);
        var (bmp, dib) = (ImageFile.Read(Write(kind.File)).Planes, ImageFile.Read(Write(kind.File[14..])).Planes);

        Assert.AreEqual((bmp.Height, bmp.Width), (dib.Height, dib.Width));
        CollectionAssert.AreEqual(bmp.Values, dib.Values);
        for (var length = 0; length < kind.File.Length - 14; length++)
        {
            var path = Write(kind.File[14..(14 + length)]);
            Assert.Contains(path, Assert.ThrowsExactly<FormatException>(() => ImageFile.Check(path), $"Cut after {length} bytes.").Message);
        }
    }

    [TestMethod]
    [DataRow("png-rgb")]
    [DataRow("png-palette-trns")]
    public void Check_OfAPngWithAnyByteChanged_NamesIt(string name)
    {
        var file = Kind.Of(name);
        for (var at = 0; at < file.Length; at++)
        {
            byte[] changed = [.. file];
            changed[at] ^= 0x20;
            var path = Write(changed);
            Assert.ThrowsExactly<FormatException>(() => ImageFile.Check(path), $"Byte {at} of {file.Length}.");
        }
    }

    [TestMethod]
    [DataRow("", "it is empty. Get it again, and check that the file was copied whole.")]
    [DataRow("<!DOCTYPE html><html><body>404</body></html>", "it is a web page. Download the file itself, not the page that shows it.")]
    [DataRow("\n <html lang=en>", "it is a web page. Download the file itself, not the page that shows it.")]
    [DataRow("version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n", "it is a pointer of Git LFS instead of the file itself. Get the file with 'git lfs pull'.")]
    [DataRow("<?xml version=\"1.0\"?><svg width=\"1\"/>", "it is an SVG drawing. Convert it to PNG.")]
    [DataRow("Access denied to this bucket", "it is text, which begins with 'Access denied to thi…'. Download it again.")]
    [DataRow("P3 1 1 255 1 2 3", "it is a Netpbm image of a kind that is not read. Convert it to PNG.")]
    [DataRow("\0\0\0\0\0\0\0\0\0\0\0\0", "it is a file that begins with zeros, as an interrupted download leaves it. Get it again, and check that the file was copied whole.")]
    public void Read_OfAnotherText_SaysWhatItIs(string text, string expected)
    {
        var path = Write(Encoding.UTF8.GetBytes(text));

        Assert.AreEqual($"'{path}' is not an image that can be read: {expected}",
            Assert.ThrowsExactly<FormatException>(() => ImageFile.Read(path)).Message);
    }

    [TestMethod]
    [DataRow("49492A0008000000", "it is a TIFF image. Convert it to PNG.")]
    [DataRow("4D4D002A00000008", "it is a TIFF image. Convert it to PNG.")]
    [DataRow("934E554D50590100", "it is a single array of NumPy (.npy). Save its images as PNG, or as bytes [N, H, W, 3] named arr_0 in a .npz file, which 'gan-fid' reads.")]
    [DataRow("504B030414000000", "it is a zip archive. Unpack it.")]
    [DataRow("80025D7100000000", "it is a pickle of Python (.pkl, or .pt of an older PyTorch). Save its images as PNG.")]
    [DataRow("0000001C66747970617669660000", "it is an AVIF image. Convert it to PNG.")]
    [DataRow("0000001C66747970686569630000", "it is a HEIC image. Convert it to PNG.")]
    [DataRow("0000001C6674797069736F6D0000", "it is a video. Save its frames as PNG.")]
    [DataRow("FF0A0000", "it is a JPEG XL image. Convert it to PNG.")]
    [DataRow("0005160700020000", "it is metadata of macOS. Delete it.")]
    [DataRow("DEADBEEF0102", "its first bytes, DE AD BE EF 01 02, are those of no format that is known. Save it again as PNG, or remove it.")]
    public void Read_OfOtherBytes_SaysWhatTheyAre(string bytes, string expected)
    {
        var path = Write(Convert.FromHexString(bytes));

        Assert.AreEqual($"'{path}' is not an image that can be read: {expected}",
            Assert.ThrowsExactly<FormatException>(() => ImageFile.Read(path)).Message);
    }

    [TestMethod]
    public void Read_OfAPngThatWentThroughTextMode_SaysSo()
    {
        var file = Kind.Of("png-rgb");

        AssertDamage([.. file[..4], .. file[5..]], "is damaged: its first bytes were changed as a transfer in text mode changes them.");
    }

    [TestMethod]
    public void Read_OfPixelsThatDoNotFillAWholePng_IsRefused()
    {
        AssertDamage(Kind.PngOfTooFewPixels, "cannot be decoded: its pixels are damaged (SkiaSharp says IncompleteInput).");
    }

    [TestMethod]
    public void Read_OfAGifWithoutData_IsRefused() => AssertDamage(
        [.. "GIF89a"u8, 4, 0, 4, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 4, 0, 4, 0, 0, 2, 0, 0x3B], "has no pixels: the data of an image are missing.");

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Read_OfChangedBytes_GivesAnImageOrNamesTheFile(Kind kind)
    {
        var random = new Random(kind.Name.Length);
        for (var trial = 0; trial < 50; trial++)
        {
            byte[] changed = [.. kind.File];
            for (var change = 0; change < 1 + trial % 3; change++)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var path = Write(changed);
            try
            {
                var planes = ImageFile.Read(path).Planes;
                Assert.HasCount(3 * planes.Height * planes.Width, planes.Values);
            }
            catch (FormatException e)
            {
                Assert.Contains(path, e.Message);
            }
        }
    }

    [TestMethod]
    public void Read_OfAPngWithoutPixels_SaysSoBeforeItIsDecoded()
    {
        var file = Kind.Of("png-rgb");

        AssertDamage([.. file[..33], .. file[^12..]], "has no pixels: it has no chunk IDAT. Copy or download it again.");
    }

    [TestMethod]
    public void Read_OfAPngThatDoesNotBeginWithItsHeader_IsRefused()
    {
        var file = Kind.Of("png-rgb");

        AssertDamage([.. file[..8], .. file[33..^12], .. file[8..33], .. file[^12..]],
            $"is damaged: its first chunk is IDAT of {file.Length - 57} bytes, but must be IHDR of 13.");
        AssertDamage([.. file[..8], .. file[^12..]], "is damaged: its first chunk is IEND of 0 bytes, but must be IHDR of 13.");
    }

    [TestMethod]
    public void Read_OfANetpbmCommentWithoutAnEnd_IsRefused()
    {
        AssertDamage([.. "P5#12 3 255 "u8, .. new byte[36]], "is cut short: the file ends in its header, or its header is damaged.");
        AssertDamage([.. "P5 12 3 255#"u8, .. new byte[36]], "is cut short: the file ends in its header, or its header is damaged.");
    }

    [TestMethod]
    public void Check_OfManyNetpbmCommentsWithoutAnEnd_TakesLinearTime()
    {
        byte[] file = [.. "P5"u8, .. Enumerable.Repeat((byte)'#', 1 << 20)];
        var watch = Stopwatch.StartNew();

        Assert.IsNotNull(new NetpbmFormat().Damage(file));

        Assert.IsLessThan(1, watch.Elapsed.TotalSeconds); // Each # up to the end would be 5 · 10¹¹ bytes.
    }

    [TestMethod]
    public void Read_OfAnImageLargerThanPilReads_IsRefused()
    {
        AssertDamage([.. "P5 13378 13377 255\n"u8, .. new byte[13378 * 13377]], "has 13378 × 13377 pixels, but at most 178956970 can be read.");
    }

    [TestMethod]
    public void Read_OfAFileThatIsNotThere_SaysSo()
    {
        var path = Path.Combine(_folder, "nowhere.png");

        Assert.StartsWith($"The file '{path}' cannot be opened: ",
            Assert.ThrowsExactly<FormatException>(() => ImageFile.Read(path)).Message);
    }

    private static string Name(ImageTrait trait) => trait == ImageTrait.Transparent ? "Transparent"
        : trait == ImageTrait.Deep ? "Deep"
        : trait == ImageTrait.Rotated ? "Rotated"
        : trait == ImageTrait.Cmyk ? "Cmyk"
        : "Animated";

    private void AssertDamage(byte[] file, string expected)
    {
        var path = Write(file);
        Assert.StartsWith($"The image '{path}' {expected}", Assert.ThrowsExactly<FormatException>(() => ImageFile.Read(path)).Message);
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
