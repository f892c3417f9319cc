using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>The few operations on rows of numbers that the metrics need, with the machine's vectors.</summary>
internal static class Rows
{
    /// <summary>The distance from 1 to the next double.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    /// <summary>Σ aᵢbᵢ.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => TensorPrimitives.Dot(a, b);

    /// <summary>y ← y + factor · x.</summary>
    public static void AddScaled(Span<double> y, double factor, ReadOnlySpan<double> x) =>
        TensorPrimitives.MultiplyAdd(x, factor, y, y);

    /// <summary>x ← factor · x.</summary>
    public static void Scale(Span<double> x, double factor) => TensorPrimitives.Multiply(x, factor, x);

    /// <summary>Σ (aᵢ − bᵢ)² in float64: the same for b and a as for a and b, and 0 for equal rows.</summary>
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
}
