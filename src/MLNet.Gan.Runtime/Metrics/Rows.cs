using System.Numerics;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>The vectorized operations on rows of numbers that the metrics need.</summary>
internal static class Rows
{
    /// <summary>The distance from 1 to the next double.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    /// <summary>Computes Σ aᵢbᵢ, with four accumulators.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vb = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i + 4 <= va.Length; i += 4)
        {
            s0 += va[i] * vb[i];
            s1 += va[i + 1] * vb[i + 1];
            s2 += va[i + 2] * vb[i + 2];
            s3 += va[i + 3] * vb[i + 3];
        }

        for (; i < va.Length; i++)
            s0 += va[i] * vb[i];
        var sum = Vector.Sum(s0 + s1 + (s2 + s3));
        for (i = va.Length * Vector<double>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Computes Σ (aᵢ − bᵢ)² in float64: symmetric, and 0 for equal rows.</summary>
    public static double SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<double> s0 = default, s1 = default;
        for (var i = 0; i < va.Length; i++)
        {
            Vector.Widen(va[i], out var a0, out var a1);
            Vector.Widen(vb[i], out var b0, out var b1);
            s0 += (a0 - b0) * (a0 - b0);
            s1 += (a1 - b1) * (a1 - b1);
        }

        var sum = Vector.Sum(s0 + s1);
        for (var i = va.Length * Vector<float>.Count; i < a.Length; i++)
        {
            var difference = (double)a[i] - b[i];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>Computes y ← y + factor · x.</summary>
    public static void AddScaled(Span<double> y, double factor, ReadOnlySpan<double> x)
    {
        var vy = MemoryMarshal.Cast<double, Vector<double>>(y);
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        for (var i = 0; i < vy.Length; i++)
            vy[i] += factor * vx[i];
        for (var i = vy.Length * Vector<double>.Count; i < y.Length; i++)
            y[i] += factor * x[i];
    }

    /// <summary>Computes x ← factor · x.</summary>
    public static void Scale(Span<double> x, double factor)
    {
        foreach (ref var value in x)
            value *= factor;
    }
}
