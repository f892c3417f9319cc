
namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class PixelRangeTests
{
    [TestMethod]
    public void Quantize_OfPlusMinusOne_RoundsAndCuts() => AssertBytes( // 127.5 x + 127.5; ties go up
        [0, 0, 0, 128, 255, 255], PixelRange.PlusMinusOne, [-9, -1, -0.9965f, 0, 1, float.PositiveInfinity]);

    [TestMethod]
    public void Quantize_OfUnit_RoundsAndCuts() =>
        AssertBytes([0, 0, 1, 128, 255, 255], PixelRange.Unit, [-1, 0.4f / 255, 0.6f / 255, 0.5f, 1, 2]);

    [TestMethod]
    public void Quantize_OfBytes_LeavesThem() => AssertBytes(
        [.. Enumerable.Range(0, 256).Select(value => (byte)value)], PixelRange.Bytes,
        [.. Enumerable.Range(0, 256).Select(value => (float)value)]);

    [TestMethod]
    public void Quantize_OfTheBytesOfPlusMinusOne_GivesThemBack() => AssertBytes(
        [.. Enumerable.Range(0, 256).Select(value => (byte)value)], PixelRange.PlusMinusOne,
        [.. Enumerable.Range(0, 256).Select(value => value / 127.5f - 1)]);

    [TestMethod]
    public void Quantize_OfNoNumber_NamesIt()
    {
        var e = Assert.ThrowsExactly<ArgumentException>(() =>
            PixelRange.PlusMinusOne.Quantize([0, float.NaN], new byte[2]));

        Assert.Contains("Value 1 of the images is not a number.", e.Message);
    }

    [TestMethod]
    [DataRow(1f, 1f)]
    [DataRow(1f, 0f)]
    [DataRow(0f, float.NaN)]
    [DataRow(0f, float.PositiveInfinity)]
    public void Constructor_OfNoRange_Throws(float black, float white) => Assert.AreEqual(
        "white", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new PixelRange(black, white)).ParamName);

    private static void AssertBytes(byte[] expected, PixelRange range, float[] pixels)
    {
        var bytes = new byte[pixels.Length];
        range.Quantize(pixels, bytes);
        CollectionAssert.AreEqual(expected, bytes);
    }
}
