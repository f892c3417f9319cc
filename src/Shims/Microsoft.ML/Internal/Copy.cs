using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Copies a value so that nobody shares a vector's arrays.</summary>
internal static class Copy<T>
{
    public static readonly Assignment To = Generic.ItemOf(typeof(T)) is { } item
        ? Generic.Call<Assignment>(typeof(Copy<T>), nameof(Buffer), [item])
        : static (in T from, ref T to) => to = from;

    public delegate void Assignment(in T from, ref T to);

    /// <summary>A getter of a constant.</summary>
    public static ValueGetter<T> Getter(T constant) => (ref T value) => To(constant, ref value);

    private static Copy<VBuffer<TItem>>.Assignment Buffer<TItem>() =>
        static (in VBuffer<TItem> from, ref VBuffer<TItem> to) => from.CopyTo(ref to);
}
