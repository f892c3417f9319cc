using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class TransposedProductTests
{
    [TestMethod]
    [DataRow(1, 1, 1)]
    [DataRow(3, 4, 12)]
    [DataRow(2, 5, 13)]
    [DataRow(300, 70, 150)]
    [DataRow(257, 130, 31)]
    [DataRow(0, 4, 4, DisplayName = "nothing to add")]
    public void Add_OfAnySize_IsSumOfProducts(int depth, int rows, int columns)
    {
        double[] a = [.. Samples.Normals(1).Take(depth * rows)], b = [.. Samples.Normals(2).Take(depth * columns)];
        double[] c = [.. Samples.Normals(3).Take(rows * columns)];
        double[] expected = [.. c.Select((start, i) => start
            - 2 * Enumerable.Range(0, depth).Sum(k => a[k * rows + i / columns] * b[k * columns + i % columns]))];

        TransposedProduct.Add(-2, Block.Of(a, depth, rows), Block.Of(b, depth, columns), Block.Of(c, rows, columns));

        Statistics.AreClose(expected, c, 1e-12);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(30)]
    [DataRow(200)]
    public void Add_UpperOnly_FillsTheUpperTriangle(int size)
    {
        double[] a = [.. Samples.Normals(1).Take(9 * size)];
        var (all, upper) = (new double[size * size], new double[size * size]);

        TransposedProduct.Add(1, Block.Of(a, 9, size), Block.Of(a, 9, size), Block.Of(all, size, size));
        TransposedProduct.Add(1, Block.Of(a, 9, size), Block.Of(a, 9, size), Block.Of(upper, size, size), upperOnly: true);

        for (var i = 0; i < size; i++)
            CollectionAssert.AreEqual(all[(i * size + i)..((i + 1) * size)], upper[(i * size + i)..((i + 1) * size)]);
    }

    [TestMethod]
    public void Add_ToPart_LeavesTheRestAlone()
    {
        var c = Block.Of(new double[36], 6, 6);

        TransposedProduct.Add(1, Block.Of([1, 2], 1, 2), Block.Of([3, 4, 5], 1, 3), c.Part(1, 2, 2, 3));

        double[] expected = [0, 0, 3, 4, 5, 0, 0, 0, 6, 8, 10, 0];
        CollectionAssert.AreEqual(expected, c.Values[6..18]);
        Assert.AreEqual(30 + 6, c.Values.Sum());
    }
}
