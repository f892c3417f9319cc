using MLNet.Gan.Benchmarks.Reporting;
using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Benchmarks.Reporting;

[TestClass]
public sealed class TilesTests
{
    [TestMethod]
    public void Of_TwoPictures_PutsThemSideBySideUnchanged()
    {
        var left = new Picture(1, 1, 3, [1, 2, 3]);
        var right = new Picture(1, 1, 3, [253, 254, 255]);

        var both = Tiles.Of([left, right], columns: 2);

        // A line of two dark pixels lies between them.
        Assert.AreEqual((4, 1), (both.Width, both.Height));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, both.Pixels[..3].ToArray());
        CollectionAssert.AreEqual(new byte[] { 253, 254, 255 }, both.Pixels[9..].ToArray());
    }
}
