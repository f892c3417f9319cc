
namespace MLNet.Gan.Tests.Augmentations;

/// <summary>The augmentations that only exchange pixels: flips and quarter turns.</summary>
[TestClass]
public sealed class TurnAugmentationTests
{
    [TestMethod]
    public void Flip_GivesTheImageAndItsMirrorImageEquallyOften() =>
        AssertCounts(new FlipAugmentation(), [1, 2, 3, 4], [2, 1, 4, 3]);

    [TestMethod]
    public void QuarterTurn_GivesAllFourEquallyOften() => AssertCounts( // 1 2 above 3 4, turned to the left
        new QuarterTurnAugmentation(), [1, 2, 3, 4], [2, 4, 1, 3], [4, 3, 2, 1], [3, 1, 4, 2]);

    [TestMethod]
    public void QuarterTurn_SuitsSquareImagesAlone()
    {
        var turn = new QuarterTurnAugmentation();

        Assert.IsTrue(turn.Suits(SampleShape.Image(1, 4, 4)));
        Assert.IsFalse(turn.Suits(SampleShape.Image(1, 4, 6)));
        Assert.IsFalse(turn.Suits(SampleShape.Vector(4)));
    }

    private static void AssertCounts(IAugmentation augmentation, params float[][] images)
    {
        using var scope = NewDisposeScope();

        var counts = Augmented.Counts(Augmented.By(
            augmentation, Augmented.Copies(tensor(images[0]).reshape(1, 2, 2), 400 * images.Length)));

        CollectionAssert.AreEquivalent(
            images.Select(image => string.Join(' ', image)).ToArray(), counts.Keys);
        Assert.IsTrue(counts.Values.All(count => Math.Abs(count - 400) < 60), string.Join(' ', counts.Values));
    }
}
