using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class DataViewRowIdTests
{
    [TestMethod]
    public void Combine_OfManyPairs_NeverCollides()
    {
        var ids = from low in Enumerable.Range(0, 100)
                  from source in Enumerable.Range(0, 100)
                  select new DataViewRowId((ulong)low, 0).Combine(new((ulong)source, 0));
        Assert.HasCount(10_000, ids.ToHashSet());
    }

    [TestMethod]
    public void Combine_OfEqualIds_IsEqual()
    {
        var id = new DataViewRowId(3, 4).Combine(new(5, 6));
        Assert.AreEqual(id, new DataViewRowId(3, 4).Combine(new(5, 6)));
        Assert.AreEqual(0, id.CompareTo(new DataViewRowId(3, 4).Combine(new(5, 6))));
        Assert.AreNotEqual(id, new DataViewRowId(5, 6).Combine(new(3, 4)));
    }

    [TestMethod]
    public void ForkAndNext_OfOneId_Differ() => Assert.AreNotEqual(new DataViewRowId(1, 2).Fork(), new DataViewRowId(1, 2).Next());
}
