namespace MLNet.Gan.Tests.Tabular;

[TestClass]
public sealed class JoinedRowsTests
{
    [TestMethod]
    [DataRow(0, 9)]
    [DataRow(0, 2)]
    [DataRow(2, 3)]
    [DataRow(4, 1)]
    [DataRow(3, 6)]
    public void Fill_OfAnyRange_HasTheRowsOfAllParts(int start, int count)
    {
        // Parts of 3, 0, 1 and 5 rows of two numbers: row i of all of them is (i, −i).
        var joined = new JoinedRows([Rows(0, 3), Rows(3, 0), Rows(3, 1), Rows(4, 5)]);
        var filled = new float[count * 2];

        joined.Fill(start, count, filled);

        Assert.AreEqual(9, joined.Count);
        CollectionAssert.AreEqual(Enumerable.Range(start, count).SelectMany(row => new float[] { row, -row }).ToArray(), filled);
    }

    private static StoredRows Rows(int first, int count) => new(Enumerable.Range(first, count).SelectMany(row => new float[] { row, -row }).ToArray(), 2);
}
