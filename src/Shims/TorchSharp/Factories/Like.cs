namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor full of 0 with the sizes of another.</summary>
    /// <param name="input">The other tensor; its history does not matter.</param>
    /// <param name="dtype">The type of the elements; that of the other if null.</param>
    /// <param name="device">Where the tensor lies; beside the other if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    /// <param name="names">Not used.</param>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Made(Op.ZerosLike.Call(input, dtype, Argument.None, device), requires_grad);

    /// <summary>A tensor full of 1 with the sizes of another.</summary>
    /// <inheritdoc cref="zeros_like(Tensor, ScalarType?, Device, bool, string[])" path="/param"/>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Made(Op.OnesLike.Call(input, dtype, Argument.None, device), requires_grad);

    /// <summary>A tensor with the sizes of another, of whatever its memory held before.</summary>
    /// <inheritdoc cref="zeros_like(Tensor, ScalarType?, Device, bool, string[])" path="/param"/>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Made(Op.EmptyLike.Call(input, dtype, Argument.None, device), requires_grad);

    /// <summary>A tensor full of one value with the sizes of another.</summary>
    /// <param name="input">The other tensor; its history does not matter.</param>
    /// <param name="value">The value, which becomes one of the element type.</param>
    /// <param name="dtype">The type of the elements; that of the other if null.</param>
    /// <param name="device">Where the tensor lies; beside the other if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    /// <param name="names">Not used.</param>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Made(Op.FullLike.Call(input, value, dtype, Argument.None, device), requires_grad);

    /// <summary>
    /// Random numbers uniform in [0, 1), from the global generator, with the sizes of another tensor.
    /// </summary>
    /// <inheritdoc cref="zeros_like(Tensor, ScalarType?, Device, bool, string[])" path="/param"/>
    public static Tensor rand_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Op.RandLike.Call(input, dtype, Argument.None, device), requires_grad);

    /// <summary>
    /// Normally distributed random numbers from the global generator, with the sizes of another tensor.
    /// </summary>
    /// <inheritdoc cref="zeros_like(Tensor, ScalarType?, Device, bool, string[])" path="/param"/>
    public static Tensor randn_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Op.RandnLike.Call(input, dtype, Argument.None, device), requires_grad);
}
