namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device, bool)"/>
    public static Tensor arange(
        Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device, bool)"/>
    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers start, start + step, … before stop: ⌈(stop − start) / step⌉ of them.</summary>
    /// <param name="start">The first number; 0 if not given.</param>
    /// <param name="stop">The bound, which is left out.</param>
    /// <param name="step">The distance; 1 if not given.</param>
    /// <param name="dtype">
    /// The type of the elements; if null <see cref="ScalarType.Int64"/> for whole numbers, else single precision.
    /// </param>
    /// <param name="device">Where the tensor lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Made(Op.ArangeStartStep.Call(start, stop, step, dtype, Argument.None, device), requires_grad);

    /// <summary>Numbers at equal distances, both ends among them.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The last number.</param>
    /// <param name="steps">How many numbers.</param>
    /// <param name="dtype">The type of the elements; single precision if null.</param>
    /// <param name="device">Where the tensor lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Made(Op.Linspace.Call(start, end, steps, dtype, Argument.None, device), requires_grad);

    /// <summary>A matrix of 1 on the diagonal and 0 elsewhere.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns; as many as rows if negative.</param>
    /// <param name="dtype">The type of the elements; single precision if null.</param>
    /// <param name="device">Where the tensor lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    /// <param name="names">Not used.</param>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Made(Op.EyeM.Call(rows, columns < 0 ? rows : columns, dtype, Argument.None, device), requires_grad);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device, bool, Generator, string[])"/>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Independent whole random numbers, uniform from low to high − 1.</summary>
    /// <param name="low">The least number; 0 if not given.</param>
    /// <param name="high">The bound, which is left out.</param>
    /// <param name="size">The sizes of the tensor's dimensions.</param>
    /// <param name="dtype">The type of its elements; <see cref="ScalarType.Int64"/> if null.</param>
    /// <param name="device">Where it lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    /// <param name="generator">Where the numbers come from; the global generator if null.</param>
    /// <param name="names">Not used.</param>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Made(
            Op.RandintLowGenerator.Call(
                low, high, size, generator, dtype ?? ScalarType.Int64, Argument.None, device),
            requires_grad);

    /// <summary>The numbers from 0 to n − 1 in random order.</summary>
    /// <param name="n">How many.</param>
    /// <param name="dtype">The type of the elements; <see cref="ScalarType.Int64"/> if null.</param>
    /// <param name="device">Where the tensor lies; on the CPU if null.</param>
    /// <param name="requires_grad">Whether gradients shall reach it.</param>
    /// <param name="generator">Where the order comes from; the global generator if null.</param>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Made(
            Op.RandpermGenerator.Call(n, generator, dtype ?? ScalarType.Int64, Argument.None, device), requires_grad);
}
