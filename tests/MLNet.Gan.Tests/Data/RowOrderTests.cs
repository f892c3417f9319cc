using MLNet.Gan.Data;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Data;

[TestClass]
public sealed class RowOrderTests
{
    [TestMethod]
    public void Shuffled_VisitsEveryRowOnceAnEpochInAnotherOrder()
    {
        var epochs = RowOrder.Shuffled(50, new Random(1)).Take(150).Chunk(50).ToList();

        foreach (var epoch in epochs)
            CollectionAssert.AreEqual(Enumerable.Range(0, 50).Select(row => (long)row).ToArray(), epoch.Order().ToArray());
        CollectionAssert.AreNotEqual(epochs[0], epochs[1]);
        CollectionAssert.AreNotEqual(epochs[1], epochs[2]);
    }

    [TestMethod]
    public void Shuffled_IsAFunctionOfItsSeed()
    {
        static long[] Rows(int seed) => [.. RowOrder.Shuffled(50, new Random(seed)).Take(120)];

        CollectionAssert.AreEqual(Rows(4), Rows(4));
        CollectionAssert.AreNotEqual(Rows(4), Rows(5));
    }

    [TestMethod]
    public void Balanced_DrawsARareClassAsOftenAsACommonOne()
    {
        // One row of class 7 against 99 of class 2: as many draws of each, and all of the 99 in turn.
        long[] labels = [7, .. Enumerable.Repeat(2L, 99)];

        var rows = RowOrder.Balanced(labels, new Random(1)).Take(198).ToList();

        Assert.AreEqual(99, rows.Count(row => row == 0));
        CollectionAssert.AreEqual(Enumerable.Range(1, 99).Select(row => (long)row).ToArray(), rows.Where(row => row != 0).Order().ToArray());
    }

    [TestMethod]
    public void Balanced_DrawsEveryClassOnceInATurn()
    {
        long[] labels = [.. Enumerable.Range(0, 90).Select(row => row < 3 ? 0L : row < 30 ? 5L : 1L)];

        foreach (var turn in RowOrder.Balanced(labels, new Random(2)).Take(60).Chunk(3))
            CollectionAssert.AreEqual(new long[] { 0, 1, 5 }, turn.Select(row => labels[row]).Order().ToArray());
    }

    [TestMethod]
    public void Balanced_IsAFunctionOfItsSeed()
    {
        long[] labels = [.. Enumerable.Range(0, 40).Select(row => row % 3L)];
        long[] Rows(int seed) => [.. RowOrder.Balanced(labels, new Random(seed)).Take(100)];

        CollectionAssert.AreEqual(Rows(4), Rows(4));
        CollectionAssert.AreNotEqual(Rows(4), Rows(5));
    }

    [TestMethod]
    public void Batches_AreFullAcrossEpochs()
    {
        using var samples = Some.Points(count: 10);

        var batches = samples.Rows(seed: 1, balanced: false).Chunk(4).Take(5).ToList();

        Assert.IsTrue(batches.All(batch => batch.Length == 4));
        CollectionAssert.AreEqual( // twenty rows are two epochs
            Enumerable.Range(0, 20).Select(row => row / 2L).ToArray(), batches.SelectMany(batch => batch).Order().ToArray());
    }

    [TestMethod]
    public void Batches_OfAnUnlabelledSetThatShallBeBalanced_AreShuffled()
    {
        using var samples = Some.Points(count: 10);

        CollectionAssert.AreEqual(
            samples.Rows(seed: 1, balanced: false).Take(10).ToArray(), samples.Rows(seed: 1, balanced: true).Take(10).ToArray());
    }
}
