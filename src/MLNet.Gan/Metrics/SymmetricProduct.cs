using System.Numerics;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>y = Ax for a symmetric matrix, of which the upper triangle is read once and used twice.</summary>
/// <remarks>Stripes of equal area have their own sums, added in order: the result does not depend on threads.</remarks>
internal sealed class SymmetricProduct(int size)
{
    private const int Stripes = 4;
    private const int WorthSharing = 512;

    private readonly double[][] _sums = [.. Enumerable.Range(0, Stripes).Select(_ => new double[size])];
    private readonly double[] _x = new double[size];

    /// <summary>Writes the product to <paramref name="y"/>.</summary>
    public void Multiply(Block matrix, ReadOnlySpan<double> x, Span<double> y)
    {
        x.CopyTo(_x);
        InParallel.For(Stripes, matrix.Rows >= WorthSharing, stripe =>
        {
            var sums = _sums[stripe].AsSpan(0, matrix.Rows);
            sums.Clear();
            var (row, end) = (Bound(stripe, matrix.Rows), Bound(stripe + 1, matrix.Rows));
            for (; row + 2 <= end; row += 2)
            {
                // Two rows at a time load and store their sums once. Left of the common part is a 2 × 2 corner.
                var upper = matrix[row][row..];
                var lower = matrix[row + 1][(row + 1)..];
                var (dot, lowerDot) = DotsAndAdd(
                    upper[2..], lower[1..], _x.AsSpan(row + 2), _x[row], _x[row + 1], sums[(row + 2)..]);
                sums[row] += upper[0] * _x[row] + upper[1] * _x[row + 1] + dot;
                sums[row + 1] += upper[1] * _x[row] + lower[0] * _x[row + 1] + lowerDot;
            }

            if (row < end)
            {
                var others = matrix[row][(row + 1)..];
                sums[row] += matrix[row][row] * _x[row] + Rows.Dot(others, _x.AsSpan(row + 1, others.Length));
                Rows.AddScaled(sums[(row + 1)..], _x[row], others);
            }
        });

        y.Clear();
        foreach (var sums in _sums)
            Rows.AddScaled(y, 1, sums.AsSpan(0, y.Length));
    }

    /// <summary>The row at which a stripe begins: each has the same part of the triangle's area.</summary>
    private static int Bound(int stripe, int rows) => (int)(rows * (1 - Math.Sqrt(1 - (double)stripe / Stripes)));

    /// <summary>y ← y + p·a + q·b, and gives Σ aᵢxᵢ and Σ bᵢxᵢ.</summary>
    private static (double, double) DotsAndAdd(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> x, double p, double q, Span<double> y)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vb = MemoryMarshal.Cast<double, Vector<double>>(b)[..va.Length];
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x)[..va.Length];
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y)[..va.Length];
        var (vp, vq) = (new Vector<double>(p), new Vector<double>(q));
        Vector<double> sumA = default, sumB = default;
        for (var i = 0; i < va.Length; i++)
        {
            var (ai, bi) = (va[i], vb[i]);
            sumA = Vector.MultiplyAddEstimate(ai, vx[i], sumA);
            sumB = Vector.MultiplyAddEstimate(bi, vx[i], sumB);
            vy[i] = Vector.MultiplyAddEstimate(vp, ai, Vector.MultiplyAddEstimate(vq, bi, vy[i]));
        }

        var (dotA, dotB) = (Vector.Sum(sumA), Vector.Sum(sumB));
        for (var i = va.Length * Vector<double>.Count; i < a.Length; i++)
        {
            dotA += a[i] * x[i];
            dotB += b[i] * x[i];
            y[i] += p * a[i] + q * b[i];
        }

        return (dotA, dotB);
    }
}
