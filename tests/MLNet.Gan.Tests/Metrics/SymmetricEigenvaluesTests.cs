using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Metrics;

[TestClass]
public sealed class SymmetricEigenvaluesTests
{
    [TestMethod]
    public void Of_TwoByTwo_AreKnown() =>
        Statistics.AreClose([1, 3], Sorted([2, 1, double.NaN, 2], 2), 1e-15);   // Below the diagonal nothing is read.

    [TestMethod]
    public void Of_Zero_AreZero() => Statistics.AreClose(new double[5], Sorted(new double[25], 5), 0);

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(50)]
    [DataRow(257)]
    public void Of_SecondDifferences_AreSquaredSines(int size)
    {
        // tridiag(−1, 2, −1) has the eigenvalues 4 sin²(kπ / 2(n + 1)).
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            matrix[i * size + i] = 2;
            if (i + 1 < size)
                matrix[i * size + i + 1] = matrix[(i + 1) * size + i] = -1;
        }

        Statistics.AreClose(
            [.. Enumerable.Range(1, size).Select(k => 4 * Math.Pow(Math.Sin(k * Math.PI / 2 / (size + 1)), 2))],
            Sorted(matrix, size), 1e-13);
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(33)]
    [DataRow(64)]
    [DataRow(130)]
    [DataRow(600, DisplayName = "600: by several threads")]
    public void Of_ReflectedDiagonal_AreItsElements(int size)
    {
        // H = I − 2uuᵀ/uᵀu twice leaves the spectrum: here 1/1, 1/2, 1/3, … with every third one zero.
        double[] expected = [.. Enumerable.Range(1, size).Select(k => k % 3 == 0 ? 0 : 1.0 / k)];
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
            matrix[i * size + i] = expected[i];
        Reflect(matrix, [.. Samples.Normals(1).Take(size)]);
        Reflect(matrix, [.. Samples.Normals(2).Take(size)]);

        Statistics.AreClose([.. expected.Order()], Sorted(matrix, size), 1e-14);
    }

    [TestMethod]
    public void Of_NotFinite_EndsWithAnError() =>
        Assert.ThrowsExactly<ArithmeticException>(() => Sorted([.. Enumerable.Repeat(double.NaN, 9)], 3));

    private static double[] Sorted(double[] matrix, int size) =>
        [.. SymmetricEigenvalues.Of(Block.Of(matrix, size, size)).Order()];

    private static void Reflect(double[] matrix, double[] u)
    {
        var size = u.Length;
        var norm = u.Sum(x => x * x);
        foreach (var (across, along) in new[] { (size, 1), (1, size) })
        {
            for (var i = 0; i < size; i++)
            {
                var product = 2 / norm * Enumerable.Range(0, size).Sum(k => matrix[i * across + k * along] * u[k]);
                for (var k = 0; k < size; k++)
                    matrix[i * across + k * along] -= product * u[k];
            }
        }
    }
}
