using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Images;

[TestClass]
public sealed class ImageResizingTests
{
    public static IEnumerable<object[]> All => Implementations.Of<IImageResizing>();

    // 4 × 6 to 2 × 2: a square of 4 out of the middle. 9 × 4 to 4 × 2: two to one, 8 × 4. 5 × 5 to 1 × 9: one row, at least.
    [TestMethod]
    [DataRow(4, 6, 2, 2, 0, 1, 4, 4)]
    [DataRow(9, 4, 4, 2, 0, 0, 8, 4)]
    [DataRow(5, 5, 1, 9, 2, 0, 1, 5)]
    public void Crop_TakesTheLargestPartOfTheProportions(
        int height, int width, int newHeight, int newWidth, int top, int left, int rows, int columns) => Assert.AreEqual(
            new ResizePlan(new(top, left, rows, columns), new(0, 0, newHeight, newWidth)),
            new CropResizing().Plan(height, width, newHeight, newWidth));

    // 4 × 6 into 6 × 6: as it is. 8 × 4 into 4 × 4: halved. 100 × 1 into 10 × 10: one column, at least.
    [TestMethod]
    [DataRow(4, 6, 6, 6, 1, 0, 4, 6)]
    [DataRow(8, 4, 4, 4, 0, 1, 4, 2)]
    [DataRow(100, 1, 10, 10, 0, 4, 10, 1)]
    public void Pad_PutsTheWholeImageIntoTheMiddle(
        int height, int width, int newHeight, int newWidth, int top, int left, int rows, int columns) => Assert.AreEqual(
            new ResizePlan(new(0, 0, height, width), new(top, left, rows, columns)),
            new PadResizing().Plan(height, width, newHeight, newWidth));

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Plan_OfAnySizes_LiesInBothImages(IImageResizing resizing)
    {
        int[] sides = [1, 2, 3, 7, 28, 500];
        foreach (var (height, width) in sides.SelectMany(height => sides.Select(width => (height, width))))
        {
            var plan = resizing.Plan(height, width, 28, 32);

            Assert.IsTrue(plan.Source.IsIn(height, width) && plan.Target.IsIn(28, 32), $"{height} × {width}: {plan}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Plan_OfTheSameSize_KeepsAll(IImageResizing resizing) => Assert.AreEqual(
        new ResizePlan(new(0, 0, 28, 32), new(0, 0, 28, 32)), resizing.Plan(28, 32, 28, 32));
}
