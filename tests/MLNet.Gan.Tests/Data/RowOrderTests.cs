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
    [DataRow(false)]
    [DataRow(true)]
    public void Packed_GivesGroupsOfOneClass(bool balanced)
    {
        long[] labels = [.. Enumerable.Range(0, 60).Select(row => row < 10 ? 7L : row < 30 ? 5L : 1L)];

        var groups = RowOrder.Packed(labels, packing: 4, new Random(1), balanced).Take(4 * 60).Chunk(4).ToList();

        Assert.IsTrue(groups.All(group => group.Select(row => labels[row]).Distinct().Count() == 1));

        // Sixty groups: an epoch of rows decides their classes, or else as many turns of each class.
        long[] counts = [.. new[] { 7L, 5, 1 }.Select(label => groups.LongCount(group => labels[group[0]] == label))];
        CollectionAssert.AreEqual(balanced ? new long[] { 20, 20, 20 } : [10, 20, 30], counts);
    }

    [TestMethod]
    public void Packed_ByFrequency_VisitsEveryRowEquallyOften()
    {
        long[] labels = [.. Enumerable.Range(0, 60).Select(row => row < 10 ? 7L : row < 30 ? 5L : 1L)];

        var rows = RowOrder.Packed(labels, packing: 4, new Random(1), balanced: false)
            .Take(4 * 60).CountBy(row => row);

        Assert.IsTrue(rows.All(row => row.Value == 4));
        Assert.AreEqual(60, rows.Count());
    }

    [TestMethod]
    public void Packed_OfAClassSmallerThanAGroup_RepeatsItsRows()
    {
        var groups = RowOrder.Packed([0, 1, 1, 1, 1], packing: 3, new Random(1), balanced: true)
            .Take(60).Chunk(3).ToList();

        Assert.AreEqual(10, groups.Count(group => group.All(row => row == 0)));
        Assert.AreEqual(10, groups.Count(group => group.All(row => row is >= 1 and <= 4)));
    }

    [TestMethod]
    public void Batches_OfPackedRows_ShareTheirClass()
    {
        using var samples = Some.Points(count: 12, classes: 3);

        // Row and class go together: 0, 1, 2, 0, 1, 2, …
        foreach (var pair in samples.Rows(seed: 1, balanced: false, packing: 2).Take(120).Chunk(2))
            Assert.AreEqual(pair[0] % 3, pair[1] % 3);
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
    public void Batches_OfAnUnlabeledSetThatShallBeBalanced_AreShuffled()
    {
        using var samples = Some.Points(count: 10);

        CollectionAssert.AreEqual(
            samples.Rows(seed: 1, balanced: false).Take(10).ToArray(), samples.Rows(seed: 1, balanced: true).Take(10).ToArray());
    }
}
