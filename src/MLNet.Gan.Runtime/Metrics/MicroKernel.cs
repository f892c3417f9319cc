using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MLNet.Gan.Metrics;

/// <summary>The innermost product: four packed columns times a panel of packed columns, in registers.</summary>
/// <remarks>
/// The four columns are interleaved in <c>a</c>, the panel's in <c>b</c>. The result is added to <c>tile</c>, four rows
/// as wide as the panel with a stride of <c>stride</c>. The sums are kept in local variables because the compiler keeps
/// those in registers.
/// </remarks>
internal static class MicroKernel
{
    /// <summary>The number of columns of the left matrix per call.</summary>
    public const int Height = 4;

    /// <summary>The largest panel width of any kernel.</summary>
    public const int MaxWidth = 16;

    /// <summary>The number of columns of the right matrix per call on this machine.</summary>
    public static readonly int Width = Vector512.IsHardwareAccelerated ? 16 : 12;

    /// <summary>Runs the kernel for this machine.</summary>
    public static void Multiply(ref double a, ref double b, int depth, ref double tile, int stride)
    {
        if (Vector512.IsHardwareAccelerated)
            Multiply512(ref a, ref b, depth, ref tile, stride);
        else
            Multiply256(ref a, ref b, depth, ref tile, stride);
    }

    /// <summary>The kernel for a panel of twelve columns: three vectors of four, twelve sums.</summary>
    public static void Multiply256(ref double a, ref double b, int depth, ref double tile, int stride)
    {
        Vector256<double> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector256<double> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (var k = 0; k < depth; k++)
        {
            var (b0, b1) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, 4));
            var b2 = Vector256.LoadUnsafe(ref b, 8);
            var factor = Vector256.Create(a);
            s00 = Vector256.MultiplyAddEstimate(factor, b0, s00);
            s01 = Vector256.MultiplyAddEstimate(factor, b1, s01);
            s02 = Vector256.MultiplyAddEstimate(factor, b2, s02);
            factor = Vector256.Create(Unsafe.Add(ref a, 1));
            s10 = Vector256.MultiplyAddEstimate(factor, b0, s10);
            s11 = Vector256.MultiplyAddEstimate(factor, b1, s11);
            s12 = Vector256.MultiplyAddEstimate(factor, b2, s12);
            factor = Vector256.Create(Unsafe.Add(ref a, 2));
            s20 = Vector256.MultiplyAddEstimate(factor, b0, s20);
            s21 = Vector256.MultiplyAddEstimate(factor, b1, s21);
            s22 = Vector256.MultiplyAddEstimate(factor, b2, s22);
            factor = Vector256.Create(Unsafe.Add(ref a, 3));
            s30 = Vector256.MultiplyAddEstimate(factor, b0, s30);
            s31 = Vector256.MultiplyAddEstimate(factor, b1, s31);
            s32 = Vector256.MultiplyAddEstimate(factor, b2, s32);
            a = ref Unsafe.Add(ref a, 4);
            b = ref Unsafe.Add(ref b, 12);
        }

        Add(ref tile, s00, s01, s02);
        Add(ref Unsafe.Add(ref tile, stride), s10, s11, s12);
        Add(ref Unsafe.Add(ref tile, 2 * stride), s20, s21, s22);
        Add(ref Unsafe.Add(ref tile, 3 * stride), s30, s31, s32);
    }

    /// <summary>The kernel for a panel of sixteen columns: two vectors of eight, eight sums.</summary>
    public static void Multiply512(ref double a, ref double b, int depth, ref double tile, int stride)
    {
        Vector512<double> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector512<double> s20 = default, s21 = default, s30 = default, s31 = default;
        for (var k = 0; k < depth; k++)
        {
            var (b0, b1) = (Vector512.LoadUnsafe(ref b), Vector512.LoadUnsafe(ref b, 8));
            var factor = Vector512.Create(a);
            s00 = Vector512.MultiplyAddEstimate(factor, b0, s00);
            s01 = Vector512.MultiplyAddEstimate(factor, b1, s01);
            factor = Vector512.Create(Unsafe.Add(ref a, 1));
            s10 = Vector512.MultiplyAddEstimate(factor, b0, s10);
            s11 = Vector512.MultiplyAddEstimate(factor, b1, s11);
            factor = Vector512.Create(Unsafe.Add(ref a, 2));
            s20 = Vector512.MultiplyAddEstimate(factor, b0, s20);
            s21 = Vector512.MultiplyAddEstimate(factor, b1, s21);
            factor = Vector512.Create(Unsafe.Add(ref a, 3));
            s30 = Vector512.MultiplyAddEstimate(factor, b0, s30);
            s31 = Vector512.MultiplyAddEstimate(factor, b1, s31);
            a = ref Unsafe.Add(ref a, 4);
            b = ref Unsafe.Add(ref b, 16);
        }

        Add(ref tile, s00, s01);
        Add(ref Unsafe.Add(ref tile, stride), s10, s11);
        Add(ref Unsafe.Add(ref tile, 2 * stride), s20, s21);
        Add(ref Unsafe.Add(ref tile, 3 * stride), s30, s31);
    }

    private static void Add(ref double row, Vector256<double> v0, Vector256<double> v1, Vector256<double> v2)
    {
        (Vector256.LoadUnsafe(ref row) + v0).StoreUnsafe(ref row);
        (Vector256.LoadUnsafe(ref row, 4) + v1).StoreUnsafe(ref row, 4);
        (Vector256.LoadUnsafe(ref row, 8) + v2).StoreUnsafe(ref row, 8);
    }

    private static void Add(ref double row, Vector512<double> v0, Vector512<double> v1)
    {
        (Vector512.LoadUnsafe(ref row) + v0).StoreUnsafe(ref row);
        (Vector512.LoadUnsafe(ref row, 8) + v1).StoreUnsafe(ref row, 8);
    }
}
