using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class IdxFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Read_OfAGoodFile_GivesDimensionsAndValues(bool zipped)
    {
        var (dimensions, values) = IdxFile.Read(Write(zipped, 3, [2, 1, 3], [1, 2, 3, 4, 5, 255]));

        CollectionAssert.AreEqual(new[] { 2, 1, 3 }, dimensions);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5, 255 }, values);
    }

    [TestMethod]
    public void Read_OfAWellZippedFile_TakesAllOfIt()
    {
        // Nothing packs better than zeros: about 1030 to 1.
        var (_, values) = IdxFile.Read(Write(zipped: true, 1, [10_000_000], new byte[10_000_000]));

        Assert.HasCount(10_000_000, values);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Read_OfAFileCutShort_SaysSo(bool zipped) => AssertRefused(Write(zipped, 1, [6], [1, 2, 3]), "cut short or damaged");

    [TestMethod]
    public void Read_OfAHeaderCutShort_SaysSo()
    {
        AssertRefused(Write([]), "cut short or damaged");
        AssertRefused(Write([0x1F]), "cut short or damaged");
        AssertRefused(Write([0, 0, 8, 2, 0, 0, 0, 5, 0]), "cut short or damaged");
    }

    [TestMethod]
    public void Read_OfADamagedZip_SaysSo()
    {
        var bytes = File.ReadAllBytes(Write(zipped: true, 1, [64], [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 37))]));

        AssertRefused(Write(bytes[..^20]), "cut short or damaged");
        bytes[12] ^= 0xFF;
        AssertRefused(Write(bytes), "cut short or damaged");
    }

    [TestMethod]
    [DataRow("00000D01", DisplayName = "floats")]
    [DataRow("00000800", DisplayName = "no dimension")]
    [DataRow("00000805", DisplayName = "five dimensions")]
    [DataRow("89504E47", DisplayName = "a PNG picture")]
    public void Read_OfAnotherFormat_ShowsHowItBegins(string start) => AssertRefused(
        Write([.. Convert.FromHexString(start), .. new byte[40]]),
        $"is not an IDX file of unsigned bytes: it begins with {start} instead of 000008 and the number of dimensions.");

    [TestMethod]
    [DataRow(new[] { 2_147_483_591 }, "2147483591", DisplayName = "as much as an array holds")]
    [DataRow(new[] { 65_536, 65_536 }, "65536 × 65536")]
    [DataRow(new[] { -2, -3 }, "-2 × -3", DisplayName = "whose product is positive")]
    [DataRow(new[] { 0, 28 }, "0 × 28")]
    public void Read_OfAbsurdSizes_TakesNoMemory(int[] dimensions, string text)
    {
        foreach (var zipped in new[] { false, true })
        {
            var path = Write(zipped, (byte)dimensions.Length, dimensions, [1, 2, 3, 4, 5, 6]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            AssertRefused(path, $"claims {text} values, which a file of ");
            Assert.IsTrue(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
        }
    }

    [TestMethod]
    public void Read_OfSizesThatOverflow_SaysSo() =>
        AssertRefused(Write(false, 4, [int.MaxValue, int.MaxValue, int.MaxValue, 2], []), "cut short or damaged");

    [TestMethod]
    public void Load_GivesImagesFromMinus1To1AndKeys()
    {
        var view = IdxImages.Load(
            new MLContext(), Write(true, 3, [2, 1, 2], [0, 255, 51, 204]), Write(false, 1, [2], [3, 0]));

        Assert.AreEqual(new VectorDataViewType(NumberDataViewType.Single, 1, 1, 2), view.Schema["Features"].Type);
        Assert.AreEqual(new KeyDataViewType(typeof(uint), 4), view.Schema["Label"].Type);
        using var samples = SampleSet.Read(view, "Features", "Label", SampleShape.Image(1, 1, 2), isBounded: true, CPU);
        using var scope = NewDisposeScope();
        // p / 127.5 − 1: 51 and 204 are −0.6 and 0.6.
        Support.AssertTensor.AreClose([-1, 1, -0.6, 0.6], samples[[0, 1]].Samples, tolerance: 1e-6);
        Support.AssertTensor.AreClose([3, 0], samples[[0, 1]].Labels!, tolerance: 0);
    }

    [TestMethod]
    public void Load_OfFilesThatDoNotBelongTogether_ShowsTheirDimensions()
    {
        var images = Write(false, 3, [2, 1, 1], [1, 2]);
        var labels = Write(false, 1, [3], [1, 2, 3]);

        var error = Assert.ThrowsExactly<FormatException>(() => IdxImages.Load(new MLContext(), images, labels));
        Assert.Contains("has the dimensions 2 × 1 × 1", error.Message);
        Assert.Contains("' 3, but images need three and labels one, of equal length.", error.Message);
        Assert.ThrowsExactly<FormatException>(() => IdxImages.Load(new MLContext(), labels, images));
    }

    private void AssertRefused(string path, string message)
    {
        var error = Assert.ThrowsExactly<FormatException>(() => IdxFile.Read(path));
        Assert.Contains(message, error.Message);
        Assert.Contains(path, error.Message);
    }

    private string Write(bool zipped, byte rank, int[] dimensions, byte[] values)
    {
        using var stream = new MemoryStream();
        stream.Write([0, 0, 8, rank]);
        Span<byte> word = stackalloc byte[4];
        foreach (var dimension in dimensions)
        {
            BinaryPrimitives.WriteInt32BigEndian(word, dimension);
            stream.Write(word);
        }

        stream.Write(values);
        return Write(zipped ? Zip(stream.ToArray()) : stream.ToArray());
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid()}");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return zipped.ToArray();
    }
}
