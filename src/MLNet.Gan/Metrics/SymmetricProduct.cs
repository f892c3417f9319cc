using System.Numerics;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>y = Ax for a symmetric matrix, of which every element above the diagonal is read once and used twice.</summary>
/// <remarks>Stripes of equal area have their own sums, added in order: the result does not depend on threads.</remarks>
internal sealed class SymmetricProduct(int size)
{
    private const int Stripes = 4;
    private const int WorthSharing = 512;

    private readonly double[][] _sums = [.. Enumerable.Range(0, Stripes).Select(_ => new double[size])];
    private readonly double[] _x = new double[size];

    /// <summary>Writes the product of the upper triangle of <paramref name="matrix"/> to <paramref name="y"/>.</summary>
    public void Multiply(Block matrix, ReadOnlySpan<double> x, Span<double> y)
    {
        x.CopyTo(_x);
        InParallel.For(Stripes, matrix.Rows >= WorthSharing, stripe =>
        {
            var sums = _sums[stripe].AsSpan(0, matrix.Rows);
            sums.Clear();
            for (var row = Bound(stripe, matrix.Rows); row < Bound(stripe + 1, matrix.Rows); row++)
            {
                var others = matrix[row][(row + 1)..];
                sums[row] += matrix[row][row] * _x[row]
                    + DotAndAdd(others, _x.AsSpan(row + 1, others.Length), _x[row], sums[(row + 1)..]);
            }
        });

        y.Clear();
        foreach (var sums in _sums)
            Rows.AddScaled(y, 1, sums.AsSpan(0, y.Length));
    }

    /// <summary>The row at which a stripe begins: each has the same part of the triangle's area.</summary>
    private static int Bound(int stripe, int rows) => (int)(rows * (1 - Math.Sqrt(1 - (double)stripe / Stripes)));

    /// <summary>y ← y + factor · a, and gives Σ aᵢxᵢ.</summary>
    private static double DotAndAdd(ReadOnlySpan<double> a, ReadOnlySpan<double> x, double factor, Span<double> y)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        Vector<double> s0 = default, s1 = default;
        var i = 0;
        for (; i + 2 <= va.Length; i += 2)
        {
            s0 += va[i] * vx[i];
            s1 += va[i + 1] * vx[i + 1];
            vy[i] += factor * va[i];
            vy[i + 1] += factor * va[i + 1];
        }

        var sum = Vector.Sum(s0 + s1);
        for (i *= Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * x[i];
            y[i] += factor * a[i];
        }

        return sum;
    }
}
