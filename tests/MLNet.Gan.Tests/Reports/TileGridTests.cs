using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class TileGridTests
{
    [TestMethod]
    public void Grid_ThreeSamplesInTwoColumns_StandRowByRowWithGaps()
    {
        float[][] samples = [[-1, 1], [1, -1], [1, 1]];

        var picture = Picture.Grid(samples, 1, 1, 2, columns: 2, gap: 1);

        // Tiles are 2 × 1, so 2 + 1 + 2 wide and 1 + 1 + 1 high; 64 is the line between tiles and the empty place.
        Assert.AreEqual((5, 3, 1), (picture.Width, picture.Height, picture.Channels));
        CollectionAssert.AreEqual(
            new byte[] { 0, 255, 64, 255, 0, 64, 64, 64, 64, 64, 255, 255, 64, 64, 64 }, picture.Pixels.ToArray());
    }

    [TestMethod]
    public void Grid_PlanarColors_BecomeInterleavedPixels()
    {
        // One row of two pixels: red (1, −1), green (−1, 1), blue (−1, −1).
        var picture = Picture.Grid([[1, -1, -1, 1, -1, -1]], 3, 1, 2, columns: 1);

        CollectionAssert.AreEqual(new byte[] { 255, 0, 0, 0, 255, 0 }, picture.Pixels.ToArray());
    }

    [TestMethod]
    [DataRow(-1f, 0)]
    [DataRow(1f, 255)]
    [DataRow(0f, 128, DisplayName = "0: 127.5 is rounded up")]
    [DataRow(-0.5f, 64, DisplayName = "-0.5: 63.75 is rounded up")]
    [DataRow(0.1f, 140, DisplayName = "0.1: 140.25 is rounded down")]
    [DataRow(1.5f, 255)]
    [DataRow(-7f, 0)]
    [DataRow(float.PositiveInfinity, 255)]
    [DataRow(float.NegativeInfinity, 0)]
    [DataRow(float.NaN, 0)]
    public void Grid_AnyValue_IsClampedAndRounded(float value, int expected) =>
        Assert.AreEqual(expected, Picture.Grid([[value]], 1, 1, 1, columns: 1).Pixels[0]);

    [TestMethod]
    public void Grid_Scaled_RepeatsEachValueAsASquare()
    {
        var picture = Picture.Grid([[-1, 1], [1, -1]], 1, 2, 1, columns: 2, gap: 1, scale: 2);

        Assert.AreEqual((5, 4), (picture.Width, picture.Height));
        byte[] upper = [0, 0, 64, 255, 255];
        byte[] lower = [255, 255, 64, 0, 0];
        CollectionAssert.AreEqual((byte[])[.. upper, .. upper, .. lower, .. lower], picture.Pixels.ToArray());
    }

    [TestMethod]
    public void Grid_WithMoreColumnsThanSamples_IsAsWideAsTheSamples() =>
        Assert.AreEqual(3, Picture.Grid([[0], [0]], 1, 1, 1, columns: 10, gap: 1).Width);

    [TestMethod]
    public void Grid_OfNothing_SaysSo()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => Picture.Grid([], 1, 1, 1, columns: 1));

        Assert.AreEqual("samples", error.ParamName);
        Assert.Contains("no sample to draw", error.Message);
    }

    [TestMethod]
    public void Grid_WithASampleOfAnotherSize_NamesIt()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(
            () => Picture.Grid([new float[6], new float[5]], 1, 2, 3, columns: 2));

        Assert.AreEqual("samples", error.ParamName);
        Assert.Contains("Sample 1 has 5 values, but 1 × 2 × 3 needs 6.", error.Message);
    }

    [TestMethod]
    [DataRow(20_000, 560_000)]
    [DataRow(int.MaxValue, 60_129_542_116)]
    public void Grid_LargerThanAnArray_SaysWhatToDo(int scale, long side)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Picture.Grid([new float[28 * 28]], 1, 28, 28, columns: 1, scale: scale));

        Assert.AreEqual("scale", error.ParamName);
        Assert.StartsWith($"A picture of {side} × {side} pixels with 1 channel(s) has more values than an array can hold. "
            + "Choose a smaller scale or gap, or draw fewer samples.", error.Message);
    }

    [TestMethod]
    public void Grid_WithTwoChannels_SaysWhatToDo()
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Picture.Grid([new float[2]], 2, 1, 1, 1));

        Assert.AreEqual("channels", error.ParamName);
        Assert.Contains("Draw one channel at a time", error.Message);
    }

    [TestMethod]
    [DataRow(0, 1, 1, 0, 1, "height")]
    [DataRow(1, 0, 1, 0, 1, "width")]
    [DataRow(1, 1, 0, 0, 1, "columns")]
    [DataRow(1, 1, 1, -1, 1, "gap")]
    [DataRow(1, 1, 1, 0, 0, "scale")]
    public void Grid_WithANumberThatIsTooSmall_NamesIt(
        int height, int width, int columns, int gap, int scale, string expected)
    {
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => Picture.Grid([[0]], 1, height, width, columns, gap, scale));

        Assert.AreEqual(expected, error.ParamName);
    }
}
