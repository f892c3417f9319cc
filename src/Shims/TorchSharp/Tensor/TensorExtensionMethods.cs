using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads single numbers out of tensors; on a GPU this waits for it.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The one value of a tensor, in single precision.</summary>
    /// <param name="value">A tensor of one element, on any device.</param>
    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    public static float ToSingle(this Tensor value) => (float)value.ToScalar().Real;

    /// <summary>The one value of a tensor, in double precision.</summary>
    /// <param name="value">A tensor of one element, on any device.</param>
    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    public static double ToDouble(this Tensor value) => value.ToScalar().Real;

    /// <summary>The one value of a tensor as a whole number, cut off towards 0.</summary>
    /// <param name="value">A tensor of one element, on any device.</param>
    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    public static long ToInt64(this Tensor value) => value.ToScalar().Integer;

    /// <summary>Whether the one value of a tensor is not 0.</summary>
    /// <param name="value">A tensor of one element, on any device.</param>
    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().Real != 0;

    internal static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => throw new NotImplementedException($"The size of {type} is not known."),
    };

    internal static long TotalSize(this IEnumerable<long> shape) =>
        shape.Aggregate(1L, (product, size) => product * size);
}
