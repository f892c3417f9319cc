
namespace MLNet.Gan.Tests.Generation;

[TestClass]
public sealed class ClassDrawTests
{
    [TestMethod]
    public void Like_WhereSharesAreWhole_DrawsExactlyThem()
    {
        var drawn = ClassDraw.Like([10, 0, 30, 60], 1000, seed: 3);

        CollectionAssert.AreEqual(new[] { 100, 0, 300, 600 }, Counts(drawn, 4));
    }

    [TestMethod]
    [DataRow(new[] { 1, 1, 1 }, 10)]
    [DataRow(new[] { 99, 1 }, 7)]
    [DataRow(new[] { 0, 5, 0, 7, 0 }, 13)]
    [DataRow(new[] { 3 }, 4)]
    [DataRow(new[] { 1_000_000_000, 1_000_000_000, 1_000_000_000 }, 50, DisplayName = "whose sum is above 2³¹")]
    public void Like_WhereSharesAreNotWhole_RoundsThemUpOrDown(int[] classCounts, int count)
    {
        var total = classCounts.Sum(size => (double)size);
        for (var seed = 0; seed < 200; seed++)
        {
            var counts = Counts(ClassDraw.Like(classCounts, count, seed), classCounts.Length);

            Assert.AreEqual(count, counts.Sum());
            for (var label = 0; label < counts.Length; label++)
            {
                var share = (double)count * classCounts[label] / total;
                Assert.IsTrue(counts[label] >= Math.Floor(share) && counts[label] <= Math.Ceiling(share), $"{counts[label]} of {share}");
            }
        }
    }

    [TestMethod]
    public void Like_OverManySeeds_HasTheSharesAsItsMean()
    {
        // One draw of two classes, 1 in 4: a deviation of √(0.25 · 0.75 / 4000) = 0.0068; five of them are allowed.
        var second = Enumerable.Range(0, 4000).Average(seed => ClassDraw.Like([3, 1], 1, seed)[0]);

        Assert.AreEqual(0.25, second, 0.034);
    }

    [TestMethod]
    public void Like_DrawsInAnOrderOfItsSeed()
    {
        var drawn = ClassDraw.Like([1, 1], 100, seed: 3);

        CollectionAssert.AreEqual(drawn, ClassDraw.Like([1, 1], 100, seed: 3));
        CollectionAssert.AreNotEqual(drawn, ClassDraw.Like([1, 1], 100, seed: 4));
        CollectionAssert.AreNotEqual(drawn.Order().ToArray(), drawn);
    }

    [TestMethod]
    public void Like_OfNone_IsEmpty() => Assert.IsEmpty(ClassDraw.Like([1, 1], 0, seed: 3));

    private static int[] Counts(long[] drawn, int classes) =>
        [.. Enumerable.Range(0, classes).Select(label => drawn.Count(one => one == label))];
}
