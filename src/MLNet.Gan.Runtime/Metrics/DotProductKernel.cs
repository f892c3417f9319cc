using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MLNet.Gan.Metrics;

/// <summary>Dot products in float32, in registers: four rows times a panel of rows.</summary>
/// <remarks>
/// Both operands are stored in panels of <see cref="Width"/> rows, value by value: all rows' first values, then all
/// rows' second. The four rows are a part of such a panel. The sums are kept in local variables because the compiler
/// keeps those in registers, twelve of them, which hides the latency of the multiplications.
/// </remarks>
internal static class DotProductKernel
{
    /// <summary>The number of rows of the left operand per call; panels contain a whole number of such parts.</summary>
    public const int Height = 4;

    /// <summary>The number of rows of a panel on this machine.</summary>
    public static readonly int Width = Vector512.IsHardwareAccelerated ? 48 : 24;

    /// <summary>Adds the dot products to four rows of sums with a stride of <paramref name="stride"/>.</summary>
    public static void Add(ref float a, ref float b, int depth, ref float sums, int stride)
    {
        if (Vector512.IsHardwareAccelerated)
            Add512(ref a, ref b, depth, ref sums, stride);
        else
            Add256(ref a, ref b, depth, ref sums, stride);
    }

    /// <summary>The kernel for panels of 24 rows: three vectors of eight, twelve sums.</summary>
    public static void Add256(ref float a, ref float b, int depth, ref float sums, int stride)
    {
        Vector256<float> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector256<float> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (var k = 0; k < depth; k++)
        {
            var (b0, b1) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, 8));
            var b2 = Vector256.LoadUnsafe(ref b, 16);
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
            a = ref Unsafe.Add(ref a, 24);
            b = ref Unsafe.Add(ref b, 24);
        }

        Add(ref sums, s00, s01, s02);
        Add(ref Unsafe.Add(ref sums, stride), s10, s11, s12);
        Add(ref Unsafe.Add(ref sums, 2 * stride), s20, s21, s22);
        Add(ref Unsafe.Add(ref sums, 3 * stride), s30, s31, s32);
    }

    /// <summary>The kernel for panels of 48 rows: three vectors of sixteen, twelve sums.</summary>
    public static void Add512(ref float a, ref float b, int depth, ref float sums, int stride)
    {
        Vector512<float> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector512<float> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (var k = 0; k < depth; k++)
        {
            var (b0, b1) = (Vector512.LoadUnsafe(ref b), Vector512.LoadUnsafe(ref b, 16));
            var b2 = Vector512.LoadUnsafe(ref b, 32);
            var factor = Vector512.Create(a);
            s00 = Vector512.MultiplyAddEstimate(factor, b0, s00);
            s01 = Vector512.MultiplyAddEstimate(factor, b1, s01);
            s02 = Vector512.MultiplyAddEstimate(factor, b2, s02);
            factor = Vector512.Create(Unsafe.Add(ref a, 1));
            s10 = Vector512.MultiplyAddEstimate(factor, b0, s10);
            s11 = Vector512.MultiplyAddEstimate(factor, b1, s11);
            s12 = Vector512.MultiplyAddEstimate(factor, b2, s12);
            factor = Vector512.Create(Unsafe.Add(ref a, 2));
            s20 = Vector512.MultiplyAddEstimate(factor, b0, s20);
            s21 = Vector512.MultiplyAddEstimate(factor, b1, s21);
            s22 = Vector512.MultiplyAddEstimate(factor, b2, s22);
            factor = Vector512.Create(Unsafe.Add(ref a, 3));
            s30 = Vector512.MultiplyAddEstimate(factor, b0, s30);
            s31 = Vector512.MultiplyAddEstimate(factor, b1, s31);
            s32 = Vector512.MultiplyAddEstimate(factor, b2, s32);
            a = ref Unsafe.Add(ref a, 48);
            b = ref Unsafe.Add(ref b, 48);
        }

        Add(ref sums, s00, s01, s02);
        Add(ref Unsafe.Add(ref sums, stride), s10, s11, s12);
        Add(ref Unsafe.Add(ref sums, 2 * stride), s20, s21, s22);
        Add(ref Unsafe.Add(ref sums, 3 * stride), s30, s31, s32);
    }

    private static void Add(ref float sums, Vector256<float> v0, Vector256<float> v1, Vector256<float> v2)
    {
        (Vector256.LoadUnsafe(ref sums) + v0).StoreUnsafe(ref sums);
        (Vector256.LoadUnsafe(ref sums, 8) + v1).StoreUnsafe(ref sums, 8);
        (Vector256.LoadUnsafe(ref sums, 16) + v2).StoreUnsafe(ref sums, 16);
    }

    private static void Add(ref float sums, Vector512<float> v0, Vector512<float> v1, Vector512<float> v2)
    {
        (Vector512.LoadUnsafe(ref sums) + v0).StoreUnsafe(ref sums);
        (Vector512.LoadUnsafe(ref sums, 16) + v1).StoreUnsafe(ref sums, 16);
        (Vector512.LoadUnsafe(ref sums, 32) + v2).StoreUnsafe(ref sums, 32);
    }
}
