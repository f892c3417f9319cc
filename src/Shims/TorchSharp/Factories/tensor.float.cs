namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of no dimensions that holds one value.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="device">Where the tensor lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Filled<float>([scalar], [], ScalarType.Float32, null, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Filled<float>(rawArray, [rawArray.Length], ScalarType.Float32, dtype, device, requires_grad);

    /// <summary>
    /// A tensor with a copy of these values, of type <see cref="ScalarType.Float32"/> unless another one is given.
    /// </summary>
    /// <param name="rawArray">The values, last dimension fastest.</param>
    /// <param name="dimensions">The sizes of its dimensions; if not given it has one, or those of the array.</param>
    /// <param name="dtype">The type of its elements.</param>
    /// <param name="device">Where it lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    /// <param name="names">Not used.</param>
    /// <exception cref="ArgumentException">The sizes need more or fewer values.</exception>
    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Filled<float>(rawArray, dimensions.ToArray(), ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(
        float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Filled<float>(Flat<float>(rawArray), Sizes(rawArray), ScalarType.Float32, dtype, device, requires_grad);
}
