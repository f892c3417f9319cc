using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MLNet.Gan.Metrics;

/// <summary>The innermost product, in registers: four values of the left side times a panel of the right one.</summary>
/// <remarks>
/// For each step in depth the four values lie side by side in <c>a</c>, <c>next</c> from one step to the next, and the
/// panel's in <c>b</c>, <see cref="Width"/> from one step to the next. The result is added to four rows of sums as wide as
/// the panel, whose beginnings lie <c>stride</c> apart. The sums are kept in local variables because the compiler keeps
/// those in registers, twelve vectors of them, which hides the latency of the multiplications.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal static class ProductKernel<T> where T : unmanaged
{
    /// <summary>How many values of the left side are taken at once.</summary>
    public const int Height = 4;

    /// <summary>The widest panel of any machine.</summary>
    public static readonly int MaxWidth = 3 * Vector512<T>.Count;

    /// <summary>How many values of the right side are taken at once on this machine: three vectors.</summary>
    public static readonly int Width = 3 * (Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256<T>.Count);

    /// <summary>Runs the kernel that suits this machine.</summary>
    public static void Add(ref T a, int next, ref T b, int depth, ref T sums, int stride)
    {
        if (Vector512.IsHardwareAccelerated)
            Add512(ref a, next, ref b, depth, ref sums, stride);
        else
            Add256(ref a, next, ref b, depth, ref sums, stride);
    }

    /// <summary>With vectors of 256 bits: panels of 12 doubles or 24 floats.</summary>
    public static void Add256(ref T a, int next, ref T b, int depth, ref T sums, int stride)
    {
        Vector256<T> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector256<T> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, (nuint)Vector256<T>.Count);
            var b2 = Vector256.LoadUnsafe(ref b, (nuint)(2 * Vector256<T>.Count));
            var factor = Vector256.Create(a);
            s00 = MultiplyAdd(factor, b0, s00);
            s01 = MultiplyAdd(factor, b1, s01);
            s02 = MultiplyAdd(factor, b2, s02);
            factor = Vector256.Create(Unsafe.Add(ref a, 1));
            s10 = MultiplyAdd(factor, b0, s10);
            s11 = MultiplyAdd(factor, b1, s11);
            s12 = MultiplyAdd(factor, b2, s12);
            factor = Vector256.Create(Unsafe.Add(ref a, 2));
            s20 = MultiplyAdd(factor, b0, s20);
            s21 = MultiplyAdd(factor, b1, s21);
            s22 = MultiplyAdd(factor, b2, s22);
            factor = Vector256.Create(Unsafe.Add(ref a, 3));
            s30 = MultiplyAdd(factor, b0, s30);
            s31 = MultiplyAdd(factor, b1, s31);
            s32 = MultiplyAdd(factor, b2, s32);
            a = ref Unsafe.Add(ref a, next);
            b = ref Unsafe.Add(ref b, 3 * Vector256<T>.Count);
        }

        Store(ref sums, s00, s01, s02);
        Store(ref Unsafe.Add(ref sums, stride), s10, s11, s12);
        Store(ref Unsafe.Add(ref sums, 2 * stride), s20, s21, s22);
        Store(ref Unsafe.Add(ref sums, 3 * stride), s30, s31, s32);
    }

    /// <summary>With vectors of 512 bits: panels of 24 doubles or 48 floats.</summary>
    public static void Add512(ref T a, int next, ref T b, int depth, ref T sums, int stride)
    {
        Vector512<T> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector512<T> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, (nuint)Vector512<T>.Count);
            var b2 = Vector512.LoadUnsafe(ref b, (nuint)(2 * Vector512<T>.Count));
            var factor = Vector512.Create(a);
            s00 = MultiplyAdd(factor, b0, s00);
            s01 = MultiplyAdd(factor, b1, s01);
            s02 = MultiplyAdd(factor, b2, s02);
            factor = Vector512.Create(Unsafe.Add(ref a, 1));
            s10 = MultiplyAdd(factor, b0, s10);
            s11 = MultiplyAdd(factor, b1, s11);
            s12 = MultiplyAdd(factor, b2, s12);
            factor = Vector512.Create(Unsafe.Add(ref a, 2));
            s20 = MultiplyAdd(factor, b0, s20);
            s21 = MultiplyAdd(factor, b1, s21);
            s22 = MultiplyAdd(factor, b2, s22);
            factor = Vector512.Create(Unsafe.Add(ref a, 3));
            s30 = MultiplyAdd(factor, b0, s30);
            s31 = MultiplyAdd(factor, b1, s31);
            s32 = MultiplyAdd(factor, b2, s32);
            a = ref Unsafe.Add(ref a, next);
            b = ref Unsafe.Add(ref b, 3 * Vector512<T>.Count);
        }

        Store(ref sums, s00, s01, s02);
        Store(ref Unsafe.Add(ref sums, stride), s10, s11, s12);
        Store(ref Unsafe.Add(ref sums, 2 * stride), s20, s21, s22);
        Store(ref Unsafe.Add(ref sums, 3 * stride), s30, s31, s32);
    }

    // .NET has no such operation for vectors of any type; the compiler keeps the branch of T alone.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> MultiplyAdd(Vector256<T> x, Vector256<T> y, Vector256<T> z) => typeof(T) == typeof(double)
        ? Vector256.MultiplyAddEstimate(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>()
        : Vector256.MultiplyAddEstimate(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> MultiplyAdd(Vector512<T> x, Vector512<T> y, Vector512<T> z) => typeof(T) == typeof(double)
        ? Vector512.MultiplyAddEstimate(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>()
        : Vector512.MultiplyAddEstimate(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>();

    private static void Store(ref T row, Vector256<T> v0, Vector256<T> v1, Vector256<T> v2)
    {
        (Vector256.LoadUnsafe(ref row) + v0).StoreUnsafe(ref row);
        ref var second = ref Unsafe.Add(ref row, Vector256<T>.Count);
        (Vector256.LoadUnsafe(ref second) + v1).StoreUnsafe(ref second);
        ref var third = ref Unsafe.Add(ref second, Vector256<T>.Count);
        (Vector256.LoadUnsafe(ref third) + v2).StoreUnsafe(ref third);
    }

    private static void Store(ref T row, Vector512<T> v0, Vector512<T> v1, Vector512<T> v2)
    {
        (Vector512.LoadUnsafe(ref row) + v0).StoreUnsafe(ref row);
        ref var second = ref Unsafe.Add(ref row, Vector512<T>.Count);
        (Vector512.LoadUnsafe(ref second) + v1).StoreUnsafe(ref second);
        ref var third = ref Unsafe.Add(ref second, Vector512<T>.Count);
        (Vector512.LoadUnsafe(ref third) + v2).StoreUnsafe(ref third);
    }
}
