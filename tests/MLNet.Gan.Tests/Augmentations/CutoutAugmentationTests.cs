
namespace MLNet.Gan.Tests.Augmentations;

[TestClass]
public sealed class CutoutAugmentationTests
{
    private const int Height = 8;
    private const int Width = 6;

    [TestMethod]
    [DataRow(0)]
    [DataRow(-0.5)]
    public void Apply_GivesEveryPermittedHoleEquallyOften(double fill)
    {
        using var scope = NewDisposeScope();

        var counts = Augmented.Counts(Augmented.By(
            new CutoutAugmentation { Fill = fill }, ones(5400, 2, Height, Width)));

        // Half of each side: 4 × 3. Its first row is −2, …, 6 (the middle between two pixels), its first column
        // −1, …, 4 (the middle on a pixel): 9 × 6 = 54 holes, 100 of each.
        var expected =
            from top in Enumerable.Range(-2, 9)
            from left in Enumerable.Range(-1, 6)
            select Text(top, left, fill);
        CollectionAssert.AreEquivalent(expected.ToArray(), counts.Keys);
        Assert.IsTrue(counts.Values.Min() > 60 && counts.Values.Max() < 140, string.Join(' ', counts.Values));
    }

    [TestMethod]
    public void Apply_OfShare0_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        var samples = ones(50, 1, 5, 5);

        Assert.IsTrue(Augmented.By(new CutoutAugmentation { Share = 0 }, samples).Equals(samples));
    }

    private static string Text(int top, int left, double fill)
    {
        using var scope = NewDisposeScope();
        return Augmented.Text(tensor((
            from channel in Enumerable.Range(0, 2)
            from row in Enumerable.Range(0, Height)
            from column in Enumerable.Range(0, Width)
            select row >= top && row < top + 4 && column >= left && column < left + 3 ? (float)fill : 1f).ToArray()));
    }
}
