using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class Crc32Tests
{
    [TestMethod]
    public void Of_StandardCheckText_IsItsPublishedValue() =>
        Assert.AreEqual(0xCBF43926u, Crc32.Of("123456789"u8)); // The check value of CRC-32/ISO-HDLC.

    [TestMethod]
    public void Of_IendChunk_IsWhatEveryPngFileEndsWith() => Assert.AreEqual(0xAE426082u, Crc32.Of("IEND"u8));

    [TestMethod]
    public void Of_Nothing_IsZero() => Assert.AreEqual(0u, Crc32.Of([]));
}
