namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of no dimensions that holds one value.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="device">Where the tensor lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Filled<int>([scalar], [], ScalarType.Int32, null, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ReadOnlySpan{long}, ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Filled<int>(rawArray, [rawArray.Length], ScalarType.Int32, dtype, device, requires_grad);

    /// <summary>
    /// A tensor with a copy of these values, of type <see cref="ScalarType.Int32"/> unless another one is given.
    /// </summary>
    /// <param name="rawArray">The values, last dimension fastest.</param>
    /// <param name="dimensions">The sizes of its dimensions; if not given it has one, or those of the array.</param>
    /// <param name="dtype">The type of its elements.</param>
    /// <param name="device">Where it lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    /// <param name="names">Not used.</param>
    /// <exception cref="ArgumentException">The sizes need more or fewer values.</exception>
    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Filled<int>(rawArray, dimensions.ToArray(), ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ReadOnlySpan{long}, ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(
        int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Filled<int>(Flat<int>(rawArray), Sizes(rawArray), ScalarType.Int32, dtype, device, requires_grad);
}
