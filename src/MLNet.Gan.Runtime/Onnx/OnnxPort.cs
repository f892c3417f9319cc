using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan;

/// <summary>An input or output of a loaded ONNX model.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="ElementType">The .NET type of its elements.</param>
/// <param name="Dimensions">Its shape, whose first axis is the batch; −1 for any size.</param>
internal sealed record OnnxPort(string Name, Type ElementType, long[] Dimensions)
{
    /// <summary>Returns an input or output of a session.</summary>
    /// <exception cref="FormatException">It is no tensor.</exception>
    public static OnnxPort Of(string name, NodeMetadata node) => node.IsTensor
        ? new(name, node.ElementType, [.. node.Dimensions.Select(size => (long)size)])
        : throw new FormatException(
            $"'{name}' of the ONNX model is not a tensor. Use a model of which every input and output is one.");

    /// <summary>Returns the name, the shape and the type of the elements, for messages.</summary>
    public override string ToString() =>
        $"'{Name}' [{string.Join(", ", Dimensions.Select(size => size < 0 ? "?" : $"{size}"))}] of {ElementType.Name}";

    /// <summary>Returns the shape of a batch, after checking that it has <paramref name="length"/> values.</summary>
    public long[] Shape<T>(int count, int length, string parameter)
    {
        if (ElementType != typeof(T))
        {
            throw new ArgumentException(
                $"'{Name}' consists of {ElementType.Name} values, but a buffer of {typeof(T).Name} was "
                    + "given.", parameter);
        }

        if (Dimensions.Length == 0 || Dimensions.AsSpan(1).Contains(-1))
        {
            throw new ArgumentException(
                $"'{Name}' has the shape [{string.Join(", ", Dimensions)}], but every size except the first must be "
                    + "known. Export the model with a fixed row shape.",
                parameter);
        }

        if (Dimensions[0] != -1 && Dimensions[0] != count)
        {
            throw new ArgumentException(
                $"'{Name}' takes {Dimensions[0]} rows at a time, but {count} were given. Export the model with a dynamic "
                    + $"batch axis, as torch.onnx.export does with dynamic_axes={{\"{Name}\": {{0: \"batch\"}}}}.",
                parameter);
        }

        long[] shape = [count, .. Dimensions.AsSpan(1)];
        var needed = shape.Aggregate(1L, (product, size) => checked(product * size));
        return length == needed
            ? shape
            : throw new ArgumentException(
                $"'{Name}' of {count} rows has {needed} values, but the buffer has {length}.", parameter);
    }
}
