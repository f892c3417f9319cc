using MLNet.Gan.Tests.Inception;

namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class ImageResamplingTests
{
    // Two become one: weights ¾ and ¾, the mean. Four become two: the first is (¾ · 10 + ¾ · 20 + ¼ · 40) / 1¾ = 18.6, the
    // second (¼ · 20 + ¾ · 40 + ¾ · 80) / 1¾ = 54.3. Two become four: weights ¾ and ¼ inside, the edge's pixel outside.
    [TestMethod]
    [DataRow(new byte[] { 0, 100 }, new byte[] { 50 })]
    [DataRow(new byte[] { 10, 20, 40, 80 }, new byte[] { 19, 54 })]
    [DataRow(new byte[] { 0, 100 }, new byte[] { 0, 25, 75, 100 })]
    [DataRow(new byte[] { 7 }, new byte[] { 7, 7, 7 })]
    public void Resize_AlongOneAxis_IsTheWeightedMean(byte[] from, byte[] to)
    {
        var (row, column) = (Stretch(1, from.Length, 1, to.Length), Stretch(from.Length, 1, to.Length, 1));

        CollectionAssert.AreEqual(to, ImageResampling.Resize(from, from.Length, row, 1, to.Length));
        CollectionAssert.AreEqual(to, ImageResampling.Resize(from, 1, column, to.Length, 1));
    }

    [TestMethod]
    public void Resize_ToTheSameSize_ChangesNothing()
    {
        var plane = MadeUp.Image(3, 5, 7)[..35];

        CollectionAssert.AreEqual(plane, ImageResampling.Resize(plane, 7, Stretch(5, 7, 5, 7), 5, 7));
    }

    [TestMethod]
    public void Resize_OfAPart_PutsItIntoItsPlaceOnBlack()
    {
        byte[] plane = [1, 2, 3, 4, 5, 6, 7, 8, 9]; // 3 × 3, whose lower right 2 × 2 becomes the right half of 2 × 4.

        var resized = ImageResampling.Resize(plane, 3, new(new(1, 1, 2, 2), new(0, 2, 2, 2)), 2, 4);

        CollectionAssert.AreEqual(new byte[] { 0, 0, 5, 6, 0, 0, 8, 9 }, resized);
    }

    private static ResizePlan Stretch(int height, int width, int newHeight, int newWidth) =>
        new StretchResizing().Plan(height, width, newHeight, newWidth);
}
