using System.Runtime.CompilerServices;

namespace Microsoft.ML.Internal;

/// <summary>The missing value of a type: NaN, no text, key 0; other types have none.</summary>
internal static class Missing<T>
{
    /// <summary>NaN for numbers that have it, else the default.</summary>
    public static T Value { get; } = typeof(T) == typeof(float) ? (T)(object)float.NaN
        : typeof(T) == typeof(double) ? (T)(object)double.NaN
        : default!;

    public static bool Is(T value)
    {
        if (typeof(T) == typeof(float))
            return float.IsNaN(Unsafe.As<T, float>(ref value));
        if (typeof(T) == typeof(double))
            return double.IsNaN(Unsafe.As<T, double>(ref value));
        return typeof(T) == typeof(ReadOnlyMemory<char>) && Unsafe.As<T, ReadOnlyMemory<char>>(ref value).IsEmpty;
    }
}
