using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MLNet.Gan.Metrics;

/// <summary>The innermost product: four packed columns times a panel of packed columns, in registers.</summary>
/// <remarks>
/// The four columns lie interleaved in <c>a</c>, the panel's in <c>b</c>. The result goes to <c>tile</c>, four rows as
/// wide as the panel. The sums are kept in local variables because the compiler keeps those in registers.
/// </remarks>
internal static class MicroKernel
{
    /// <summary>How many columns of the left matrix are taken at once.</summary>
    public const int Height = 4;

    /// <summary>The widest panel of any kernel.</summary>
    public const int MaxWidth = 16;

    /// <summary>How many columns of the right matrix are taken at once on this machine.</summary>
    public static readonly int Width = Vector512.IsHardwareAccelerated ? 16 : 12;

    /// <summary>Runs the kernel that suits this machine.</summary>
    public static void Multiply(ref double a, ref double b, int depth, ref double tile)
    {
        if (Vector512.IsHardwareAccelerated)
            Multiply512(ref a, ref b, depth, ref tile);
        else
            Multiply256(ref a, ref b, depth, ref tile);
    }

    /// <summary>A panel of twelve columns: three vectors of four, twelve sums.</summary>
    public static void Multiply256(ref double a, ref double b, int depth, ref double tile)
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

        Store(ref tile, 0, s00, s01, s02);
        Store(ref tile, 12, s10, s11, s12);
        Store(ref tile, 24, s20, s21, s22);
        Store(ref tile, 36, s30, s31, s32);
    }

    /// <summary>A panel of sixteen columns: two vectors of eight, eight sums.</summary>
    public static void Multiply512(ref double a, ref double b, int depth, ref double tile)
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

        Store(ref tile, 0, s00, s01);
        Store(ref tile, 16, s10, s11);
        Store(ref tile, 32, s20, s21);
        Store(ref tile, 48, s30, s31);
    }

    private static void Store(
        ref double tile, nuint start, Vector256<double> v0, Vector256<double> v1, Vector256<double> v2)
    {
        v0.StoreUnsafe(ref tile, start);
        v1.StoreUnsafe(ref tile, start + 4);
        v2.StoreUnsafe(ref tile, start + 8);
    }

    private static void Store(ref double tile, nuint start, Vector512<double> v0, Vector512<double> v1)
    {
        v0.StoreUnsafe(ref tile, start);
        v1.StoreUnsafe(ref tile, start + 8);
    }
}
