using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class DataOperationsTests
{
    private static readonly DataOperationsCatalog Data = Some.Context.Data;

    [TestMethod]
    public void Cache_ReadTwice_ReadsItsSourceOnce()
    {
        var reads = 0;
        var cached = Data.Cache(Data.LoadFromEnumerable(Counted()));
        Assert.IsNull(cached.GetRowCount());
        var first = Some.Read(cached);
        var second = Some.Read(cached);
        Assert.AreEqual(10, reads);
        Assert.AreEqual(10, cached.GetRowCount());
        CollectionAssert.AreEqual(first, second);

        IEnumerable<Point> Counted()
        {
            for (var i = 0; i < 10; i++)
            {
                reads++;
                yield return Some.Point(i);
            }
        }
    }

    [TestMethod]
    public void Cache_ShuffledOrReadInParallel_GivesEachRowOnce()
    {
        var cached = Data.Cache(Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(Some.Point)), "X");
        Assert.IsTrue(cached.CanShuffle);
        var rows = Some.Read(cached);
        CollectionAssert.AreEquivalent(rows, Some.Read(cached, new Random(5)));
        var cursors = cached.GetRowCursorSet([cached.Schema["X"]], 2);
        Assert.HasCount(2, cursors);
        CollectionAssert.AreEquivalent(rows, cursors.AsParallel().SelectMany(Some.Read).ToList());
    }

    [TestMethod]
    [DataRow(10)]
    [DataRow(1000)]
    public void ShuffleRows_WithAnyPool_PermutesTheRows(int pool)
    {
        var shuffled = Data.ShuffleRows(Some.Points(100), seed: 2, shufflePoolSize: pool);
        var rows = Some.Read(shuffled);
        CollectionAssert.AreEquivalent(Some.Read(Some.Points(100)), rows);
        CollectionAssert.AreNotEqual(Some.Read(Some.Points(100)), rows);
        CollectionAssert.AreEqual(rows, Some.Read(shuffled));
    }

    [TestMethod]
    public void TakeAndSkip_OfRows_KeepTheirIds()
    {
        var all = Some.Read(Some.Points(10));
        var view = Data.TakeRows(Data.SkipRows(Some.Points(10), 3), 4);
        CollectionAssert.AreEqual(all[3..7], Some.Read(view));
        Assert.AreEqual(4, view.GetRowCount());
        Assert.AreEqual(0, Data.SkipRows(Some.Points(10), 30).GetRowCount());
        Assert.IsEmpty(Some.Read(Data.SkipRows(Some.Points(10), 30)));
    }

    [TestMethod]
    public void GetColumn_OfEachFittingType_ReadsIt()
    {
        var view = Some.Points(3);
        Assert.AreEqual("0,0 1,-1 2,-2", string.Join(' ', view.GetColumn<float[]>("X").Select(x => string.Join(',', x))));
        var vectors = view.GetColumn<VBuffer<float>>("X").ToList();
        Assert.AreEqual("0 1 2", string.Join(' ', vectors.Select(x => x.GetValues()[0])));
        Assert.AreEqual("1 2 3", string.Join(' ', view.GetColumn<uint>(view.Schema["Label"])));
        Assert.ThrowsExactly<InvalidOperationException>(() => view.GetColumn<int>("Label"));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => view.GetColumn<int>("None"));
    }
}
