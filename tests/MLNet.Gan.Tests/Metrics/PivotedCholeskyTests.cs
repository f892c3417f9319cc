using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class PivotedCholeskyTests
{
    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(2, 2)]
    [DataRow(5, 3)]
    [DataRow(64, 64)]
    [DataRow(65, 65)]
    [DataRow(150, 100)]
    [DataRow(300, 129)]
    [DataRow(100, 0)]
    public void Of_MatrixOfKnownRank_FindsRankAndFactor(int size, int rank)
    {
        // XᵀX of independent rows has their number as its rank; its diagonal is made one.
        double[] x = [.. Samples.Normals(1).Take(rank * size)];
        var matrix = new double[size * size];
        for (var k = 0; k < rank; k++)
        {
            for (var i = 0; i < size * size; i++)
                matrix[i] += x[k * size + i / size] * x[k * size + i % size];
        }

        double[] roots = [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(matrix[i * size + i]))];
        for (var i = 0; i < matrix.Length && rank > 0; i++)
            matrix[i] /= roots[i / size] * roots[i % size];

        var factor = PivotedCholesky.Of(Block.Of([.. matrix], size, size), [.. Enumerable.Repeat(1.0, size)]);

        Assert.AreEqual(rank, factor.Rank);
        CollectionAssert.AreEquivalent(Enumerable.Range(0, size).ToArray(), factor.Order);
        for (var i = 0; i < size; i++)
        {
            for (var j = i; j < size; j++)
            {
                var product = Enumerable.Range(0, Math.Min(i + 1, rank)).Sum(k => factor.Upper[k][i] * factor.Upper[k][j]);
                Assert.AreEqual(matrix[factor.Order[i] * size + factor.Order[j]], product, 1e-13 * size);
            }
        }
    }
}
