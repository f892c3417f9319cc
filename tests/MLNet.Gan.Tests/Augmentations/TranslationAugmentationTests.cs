
namespace MLNet.Gan.Tests.Augmentations;

[TestClass]
public sealed class TranslationAugmentationTests
{
    private const int Height = 8;
    private const int Width = 4;
    private const int Count = 1500;

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    public void Apply_GivesEveryPermittedShiftEquallyOften(double fill)
    {
        using var scope = NewDisposeScope();
        var image = arange(1, 1 + 2 * Height * Width, dtype: ScalarType.Float32).reshape(2, Height, Width) / 100;

        var counts = Augmented.Counts(Augmented.By(
            new TranslationAugmentation { Share = 0.25, Fill = fill }, Augmented.Copies(image, Count)));

        // A quarter of each side: two pixels up and down, one to the left and right; 5 × 3 = 15 shifts, 100 of each.
        var expected =
            from down in Enumerable.Range(-2, 5)
            from across in Enumerable.Range(-1, 3)
            select Text(down, across, fill);
        CollectionAssert.AreEquivalent(expected.ToArray(), counts.Keys);
        Assert.IsTrue(counts.Values.Min() > 70 && counts.Values.Max() < 130, string.Join(' ', counts.Values));
    }

    [TestMethod]
    public void Apply_OfTheDefault_MovesAnEighthRoundedToPixels()
    {
        using var scope = NewDisposeScope();
        var image = arange(28, dtype: ScalarType.Float32).reshape(1, 1, 28) + 1;

        var changed = Augmented.By(new TranslationAugmentation(), Augmented.Copies(image, 500));

        // An eighth of 28 is 3.5, rounded up as the authors do; the only row never moves.
        var moved = (changed == 0).sum(3);
        Assert.AreEqual(4, moved.max().ToInt64());
        Assert.AreEqual(0, moved.min().ToInt64());
    }

    /// <summary>The image of the test above, shifted by loops.</summary>
    private static string Text(int down, int across, double fill)
    {
        using var scope = NewDisposeScope();
        return Augmented.Text(tensor((
            from channel in Enumerable.Range(0, 2)
            from row in Enumerable.Range(0, Height)
            from column in Enumerable.Range(0, Width)
            let source = (Row: row - down, Column: column - across)
            select source.Row is >= 0 and < Height && source.Column is >= 0 and < Width
                ? (float)((1 + (channel * Height + source.Row) * Width + source.Column) / 100.0)
                : (float)fill).ToArray()));
    }
}
