using MLNet.Gan.Reports;

namespace MLNet.Gan.Tests.Reports;

[TestClass]
public sealed class ScatterPlotTests
{
    // The real points span 3 × 3 around (1.5, 1.5); with a sixth on each side the window is [−0.5, 3.5]², so that
    // in 400 pixels one unit is 100 pixels, x = 0 lies at pixel 50, and y = 0 at pixel 350.
    private static readonly float[][] Corners = [[0, 0], [3, 0], [0, 3], [3, 3]];

    [TestMethod]
    public void Scatter_RealPoint_IsBlueAtItsPlace()
    {
        var (red, _, blue) = At(Picture.Scatter(Corners, [], 400), 350, 352);

        Assert.IsTrue(blue > red + 30, $"red {red}, blue {blue}");
    }

    [TestMethod]
    public void Scatter_GeneratedPoint_IsOrangeAtItsPlace()
    {
        // (1.25, 2.25) → x = 175, y = 400 − 275 = 125, off every grid line.
        var (red, green, blue) = At(Picture.Scatter(Corners, [[1.25f, 2.25f]], 400), 175, 125);

        Assert.IsTrue(red > green && green > blue + 50, $"{red}, {green}, {blue}");
    }

    [TestMethod]
    public void Scatter_BetweenPointsAndLines_IsWhite() =>
        Assert.AreEqual(((byte)255, (byte)255, (byte)255), At(Picture.Scatter(Corners, [], 400), 175, 125));

    [TestMethod]
    public void Scatter_PointOutsideTheWindow_IsDrawnAtTheEdge()
    {
        var (red, _, blue) = At(Picture.Scatter(Corners, [[1e9f, 2.25f]], 400), 399, 125);

        Assert.IsTrue(red > blue + 50, $"red {red}, blue {blue}");
    }

    [TestMethod]
    public void Scatter_PointsThatAreNotNumbers_AreLeftOut()
    {
        float[][] odd = [[float.NaN, 1], [1, float.PositiveInfinity]];

        CollectionAssert.AreEqual(
            Picture.Scatter(Corners, [], 400).Pixels.ToArray(),
            Picture.Scatter([.. Corners, .. odd], odd, 400).Pixels.ToArray());
    }

    [TestMethod]
    public void Scatter_OneRealPoint_IsInTheMiddle()
    {
        var (red, _, blue) = At(Picture.Scatter([[7.3f, -2.1f]], [], 101), 50, 50);

        Assert.IsTrue(blue > red + 30, $"red {red}, blue {blue}");
    }

    [TestMethod]
    [Timeout(30_000)]
    [DataRow(1e30f, 0f, 1e30f, 1f, 600, DisplayName = "y = 0 and 0.2 to 1 apart, x without lines")]
    [DataRow(1e16f, 1e16f, 1e16f, 1e16f, 0)]
    [DataRow(1e15f, 1e15f, 1e15f, 1e15f, 0, DisplayName = "where a step is less than the distance of two numbers")]
    public void Scatter_FarFromZero_LeavesOutTheLinesThatCannotBeDrawn(float x, float y, float otherX, float otherY, int least)
    {
        var picture = Picture.Scatter([[x, y], [otherX, otherY]], [], 100);

        // Only lines are gray: 100 pixels for each across the window of −1/6 to 7/6, at 0, 0.2, …, 1.
        var gray = Enumerable.Range(0, 100 * 100).Count(i => At(picture, i % 100, i / 100) is (238, 240, 243) or (208, 212, 218));
        if (least == 0)
            Assert.AreEqual(0, gray);
        else
            Assert.IsInRange(least - 100, least, gray); // A few are under the two points.
    }

    [TestMethod]
    public void Scatter_PointWithThreeValues_NamesIt()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => Picture.Scatter(Corners, [[1, 2], [1, 2, 3]]));

        Assert.AreEqual("generated", error.ParamName);
        Assert.Contains("Point 1 has 3 values", error.Message);
    }

    [TestMethod]
    public void Scatter_WithoutRealPoints_SaysThatThereIsNoScale()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => Picture.Scatter([], [[1, 2]]));

        Assert.AreEqual("real", error.ParamName);
        Assert.Contains("no scale", error.Message);
    }

    [TestMethod]
    [DataRow(63)]
    [DataRow(16_385)]
    public void Scatter_OfASizeThatDoesNotFit_NamesIt(int size) => Assert.AreEqual(
        "size", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Picture.Scatter(Corners, [], size)).ParamName);

    [TestMethod]
    public void Scatter_OfEqualPoints_IsEqual() => CollectionAssert.AreEqual(
        Picture.Scatter(Corners, [[1.25f, 2.25f]], 400).Pixels.ToArray(),
        Picture.Scatter(Corners, [[1.25f, 2.25f]], 400).Pixels.ToArray());

    [TestMethod]
    public void Scatter_GridLine_IsOnePixelWide()
    {
        // Two lines a unit: x = 1 lies at pixel 150, and x = 0, the darker one, at 50. y = 130 is off points and lines.
        var picture = Picture.Scatter(Corners, [], 400);

        Assert.AreEqual(((byte)238, (byte)240, (byte)243), At(picture, 150, 130));
        Assert.AreEqual(((byte)208, (byte)212, (byte)218), At(picture, 50, 130));
        foreach (var x in new[] { 49, 51, 149, 151 })
            Assert.AreEqual(((byte)255, (byte)255, (byte)255), At(picture, x, 130), $"x = {x}");
    }

    [TestMethod]
    public void Scatter_GeneratedPoint_CoversItsDiscWithNinetyPercent()
    {
        // Radius 400 / 300 = 1.33 around (175, 125): the four pixels that touch the center are inside. On white,
        // 230 of 255 of the color: 255 + (230 − 255) · 0.902 = 232.5, and 133.2 and 25.0 for (230, 120, 0).
        var picture = Picture.Scatter(Corners, [[1.25f, 2.25f]], 400);

        foreach (var (x, y) in new[] { (174, 124), (175, 124), (174, 125), (175, 125) })
        {
            var (red, green, blue) = At(picture, x, y);
            Assert.AreEqual(232.5, red, 2);
            Assert.AreEqual(133.2, green, 2);
            Assert.AreEqual(25.0, blue, 2);
        }

        // Outside, and an edge that is covered in part, which only antialiasing has.
        Assert.AreEqual(((byte)255, (byte)255, (byte)255), At(picture, 178, 125));
        Assert.IsInRange(30, 254, (int)At(picture, 176, 125).Blue);
    }

    private static (byte Red, byte Green, byte Blue) At(Picture picture, int x, int y)
    {
        var pixel = picture.Pixels.Slice((y * picture.Width + x) * 3, 3);
        return (pixel[0], pixel[1], pixel[2]);
    }
}
