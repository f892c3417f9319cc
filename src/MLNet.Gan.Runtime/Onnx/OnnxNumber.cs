using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>A type of the elements of tensors, which are read and written as floats.</summary>
internal sealed record OnnxNumber(Func<OnnxTensor, OrtValue> Write, Func<OrtValue, float[]> Read)
{
    private static readonly Dictionary<Type, OnnxNumber> Known = new()
    {
        [typeof(float)] = Of(value => value, value => value),
        [typeof(double)] = Of<double>(value => value, value => (float)value),
        [typeof(Float16)] = Of(value => (Float16)value, value => (float)value),
        [typeof(BFloat16)] = Of(value => (BFloat16)value, value => (float)value),
        [typeof(byte)] = Of(value => (byte)value, value => value),
        [typeof(int)] = Of(value => (int)value, value => value),
        [typeof(long)] = Of(value => (long)value, value => value),
        [typeof(bool)] = Of(value => value != 0, value => value ? 1f : 0f),
    };

    /// <summary>The types that hold fractions.</summary>
    public static bool IsFloating(Type type) =>
        type == typeof(float) || type == typeof(double) || type == typeof(Float16) || type == typeof(BFloat16);

    /// <summary>Returns whether a type is read and written.</summary>
    public static bool IsKnown(Type type) => Known.ContainsKey(type);

    /// <summary>Returns the number of a type.</summary>
    /// <exception cref="FormatException">It is not read or written.</exception>
    public static OnnxNumber Of(OnnxPort port) => Known.TryGetValue(port.ElementType, out var number) ? number
        : throw new FormatException($"'{port.Name}' consists of {port.ElementType.Name} values, but only "
            + $"{string.Join(", ", Known.Keys.Select(type => type.Name))} are read. Export the model with one of these.");

    private static OnnxNumber Of<T>(Func<float, T> write, Func<T, float> read) where T : unmanaged => new(
        tensor => OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, Array.ConvertAll(tensor.Values, value => write(value)).AsMemory(), tensor.Shape),
        value =>
        {
            var source = value.GetTensorDataAsSpan<T>();
            var values = new float[source.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = read(source[i]);
            return values;
        });
}
