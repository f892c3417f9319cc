using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class PictureTilesTests
{
    private const byte Line = 64;

    [TestMethod]
    public void Tiles_OfThreeInTwoColumns_StandRowByRowWithLinesBetween()
    {
        Picture[] pictures = [Gray(1, 2), Gray(3, 4), Gray(5, 6)];

        var tiles = Picture.Tiles(pictures, columns: 2, gap: 1);

        Assert.AreEqual((5, 3, 1), (tiles.Width, tiles.Height, tiles.Channels));
        byte[] expected =
        [
            1, 2, Line, 3, 4,
            Line, Line, Line, Line, Line,
            5, 6, Line, Line, Line,
        ];
        CollectionAssert.AreEqual(expected, tiles.Pixels.ToArray());
    }

    [TestMethod]
    public void Tiles_OfColorsWithoutGap_KeepThePixelsWhole()
    {
        Picture[] pictures = [new(1, 2, 3, [1, 2, 3, 4, 5, 6]), new(1, 2, 3, [7, 8, 9, 10, 11, 12])];

        var tiles = Picture.Tiles(pictures, columns: 9, gap: 0);

        Assert.AreEqual((2, 2, 3), (tiles.Width, tiles.Height, tiles.Channels));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 7, 8, 9, 4, 5, 6, 10, 11, 12 }, tiles.Pixels.ToArray());
    }

    [TestMethod]
    public void Tiles_OfDifferentSizes_AreRefusedByName()
    {
        Picture[] pictures = [Gray(1, 2), Gray(1, 2, 3)];

        var exception = Assert.ThrowsExactly<ArgumentException>(() => Picture.Tiles(pictures, columns: 2));

        Assert.AreEqual("pictures", exception.ParamName);
        StringAssert.Contains(exception.Message, "Picture 1 is 3 × 1", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Tiles_OfNothing_AreRefused() => Assert.ThrowsExactly<ArgumentException>(() => Picture.Tiles([], columns: 2));

    private static Picture Gray(params byte[] row) => new(row.Length, 1, 1, row);
}
