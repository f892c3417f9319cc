using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Augmentations;

[TestClass]
public sealed class AffineAugmentationTests
{
    private const int Count = 2000;
    private static readonly AffineAugmentation Nothing = new() { Rotation = 0, Scale = 0, Stretch = 0, Shift = 0 };

    [TestMethod]
    public void Apply_OfRangesOf0_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        var samples = Augmented.Images(3, 4, 5);

        AssertTensor.AreClose(samples, Augmented.By(Nothing, samples), tolerance: 1e-6);
    }

    [TestMethod]
    public void Rotation_TurnsByAnyAngleUpToItsLimit()
    {
        var (rowDown, rowAcross, columnDown, columnAcross, _) = Map(Nothing with { Rotation = 30 });

        // A turn: (cos α, −sin α; sin α, cos α).
        for (var sample = 0; sample < Count; sample++)
        {
            Assert.AreEqual(1, rowDown[sample] * rowDown[sample] + rowAcross[sample] * rowAcross[sample], 1e-3);
            Assert.AreEqual(rowDown[sample], columnAcross[sample], 1e-3);
            Assert.AreEqual(-rowAcross[sample], columnDown[sample], 1e-3);
        }

        // U(−30°, 30°) has the deviation 60/√12 = 17.32.
        var angles = columnDown.Zip(columnAcross, (sine, cosine) => Math.Atan2(sine, cosine) * 180 / Math.PI).ToArray();
        Assert.AreEqual(-30, angles.Min(), 0.5);
        Assert.AreEqual(30, angles.Max(), 0.5);
        Assert.AreEqual(17.32, Deviation(angles), 0.8);
    }

    [TestMethod]
    public void Rotation_OfTheDefault_TurnsAllTheWay()
    {
        var (_, _, columnDown, columnAcross, _) = Map(Nothing with { Rotation = new AffineAugmentation().Rotation });

        foreach (var (down, across) in new[] { (1, 1), (1, -1), (-1, 1), (-1, -1) })
            Assert.AreEqual(Count / 4, columnDown.Zip(columnAcross)
                .Count(pair => pair.First * down > 0 && pair.Second * across > 0), Count / 20);
    }

    [TestMethod]
    public void Scale_MagnifiesBothSidesAlike()
    {
        var (rowDown, _, _, columnAcross, _) = Map(Nothing with { Scale = 0.2 });

        AssertOctaves(columnAcross);
        for (var sample = 0; sample < Count; sample++)
            Assert.AreEqual(rowDown[sample], columnAcross[sample], 1e-3);
    }

    [TestMethod]
    public void Stretch_MagnifiesOneSideAsItShrinksTheOther()
    {
        var (rowDown, _, _, columnAcross, _) = Map(Nothing with { Stretch = 0.2 });

        AssertOctaves(columnAcross);
        for (var sample = 0; sample < Count; sample++)
            Assert.AreEqual(1, rowDown[sample] * columnAcross[sample], 1e-3);
    }

    [TestMethod]
    public void Shift_MovesByAShareOfTheSides()
    {
        var (rowDown, _, _, columnAcross, rows) = Map(Nothing with { Shift = 0.05 });

        // 0.05 of 32 rows.
        Assert.AreEqual(1.6, Deviation(rows), 0.1);
        Assert.AreEqual(0, rows.Average(), 0.15);
        Assert.IsTrue(rowDown.Concat(columnAcross).All(slope => Math.Abs(slope - 1) < 1e-3));
    }

    [TestMethod]
    public void At_InterpolatesBetweenPixelsAndMirrorsBeyondTheBorder()
    {
        using var scope = NewDisposeScope();
        var image = tensor(new[] { 1f, 2, 3, 10, 20, 30 }).reshape(1, 1, 2, 3);
        var rows = tensor(new[] { 0f, 0.5f, 1, -1, -2, 0 }).reshape(1, 1, 2, 3);
        var columns = tensor(new[] { 0.25f, 1.5f, 2, 0, 0, 4.5f }).reshape(1, 1, 2, 3);

        // ¾ · 1 + ¼ · 2; (2 + 3 + 20 + 30)/4; a pixel; row −1 is row 0; row −2 is row 1; columns 4 and 5 are 1 and 0.
        AssertTensor.AreClose([1.25, 13.75, 30, 1, 10, 1.5], Pixels.At(image, rows, columns));
    }

    /// <summary>
    /// Where pixels near the middle come from, measured on an image that holds its own rows and columns: the slopes of
    /// the old place by the new one, and the old row of the middle.
    /// </summary>
    private static (double[] RowDown, double[] RowAcross, double[] ColumnDown, double[] ColumnAcross, double[] Row) Map(
        AffineAugmentation augmentation)
    {
        using var scope = NewDisposeScope();
        var places = arange(32, dtype: ScalarType.Float32) - 15.5;
        var image = stack([places.unsqueeze(1).expand(32, 32), places.expand(32, 32)], 0);
        var changed = Augmented.By(augmentation, Augmented.Copies(image, Count));

        Tensor At(int channel, int row, int column) => changed.select(3, column).select(2, row).select(1, channel);
        double[] Slope(int channel, int down, int across) =>
            AssertTensor.Values(At(channel, 15 + down, 15 + across) - At(channel, 15, 15));

        return (Slope(0, 1, 0), Slope(0, 0, 1), Slope(1, 1, 0), Slope(1, 0, 1),
            AssertTensor.Values(At(0, 15, 15) + 0.5));
    }

    /// <summary>A magnification by 2^N(0, 0.2²) divides slopes by it.</summary>
    private static void AssertOctaves(double[] slopes)
    {
        var octaves = slopes.Select(Math.Log2).ToArray();
        Assert.AreEqual(0, octaves.Average(), 0.02);
        Assert.AreEqual(0.2, Deviation(octaves), 0.015);
    }

    private static double Deviation(double[] values) =>
        Math.Sqrt(values.Average(value => value * value) - values.Average() * values.Average());
}
