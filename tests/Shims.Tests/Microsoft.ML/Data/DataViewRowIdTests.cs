using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class DataViewRowIdTests
{
    [TestMethod]
    public void Equals_OfIds_ComparesBothHalves()
    {
        DataViewRowId id = new(3, 4);
        Assert.AreEqual(new DataViewRowId(3, 4), id);
        Assert.AreEqual(new DataViewRowId(3, 4).GetHashCode(), id.GetHashCode());
        Assert.AreNotEqual(new DataViewRowId(3, 5), id);
        Assert.AreNotEqual(new DataViewRowId(5, 4), id);
    }
}
