using static TorchSharp.torch;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static float ToSingle(this Tensor value) => (float)value.ToScalar().Real;

    public static double ToDouble(this Tensor value) => value.ToScalar().Real;

    public static long ToInt64(this Tensor value) => value.ToScalar().Integer;

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
