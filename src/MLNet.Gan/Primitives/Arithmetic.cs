using System.Runtime.CompilerServices;

namespace MLNet.Gan;

/// <summary>Sums and products of tensors and numbers, which are held until native code is done with them.</summary>
/// <remarks>
/// A <see cref="Scalar"/> that nobody holds is freed by the next garbage collection, even while native code reads it:
/// then it fails, or computes with another number. TorchSharp's operators drop one for every number, and for the factor
/// 1 of a sum of two tensors. Differences, products and quotients of two tensors need none; other operations take one
/// from a <c>using Scalar</c>.
/// </remarks>
internal static class Arithmetic
{
    /// <summary>The number 1, held for good: the alpha of <c>a.add_(b, alpha: One)</c>, which is a += b.</summary>
    public static readonly Scalar One = 1;

    private static readonly Scalar Two = 2;
    private static readonly Scalar Twenty = 20;

    extension(Tensor tensor)
    {
        /// <summary>a + b.</summary>
        public Tensor Plus(Tensor other) => tensor.add(other, alpha: One);

        /// <summary>a + b.</summary>
        public Tensor Plus(double number)
        {
            using Scalar held = number;
            return tensor.add(held, alpha: One);
        }

        /// <summary>a + b, which leaves whole numbers whole.</summary>
        public Tensor Plus(long number)
        {
            using Scalar held = number;
            return tensor.add(held, alpha: One);
        }

        /// <summary>a − b.</summary>
        public Tensor Minus(double number)
        {
            using Scalar held = number;
            return tensor - held;
        }

        /// <summary>a − b, which leaves whole numbers whole.</summary>
        public Tensor Minus(long number)
        {
            using Scalar held = number;
            return tensor - held;
        }

        /// <summary>a · b.</summary>
        public Tensor Times(double number)
        {
            using Scalar held = number;
            return tensor * held;
        }

        /// <summary>a · b, which leaves whole numbers whole.</summary>
        public Tensor Times(long number)
        {
            using Scalar held = number;
            return tensor * held;
        }

        /// <summary>a / b.</summary>
        public Tensor Over(double number)
        {
            using Scalar held = number;
            return tensor / held;
        }

        /// <summary>a².</summary>
        public Tensor Squared() => tensor.pow(Two);

        /// <summary>ln(1 + eᵃ), which is a itself where a exceeds 20.</summary>
        public Tensor Softplus() => NativeSoftplus(tensor, beta: One, threshold: Twenty);

        /// <summary>The number in a tensor of one element.</summary>
        public double ToNumber()
        {
            using var held = tensor.ToScalar();
            return held.ToDouble();
        }
    }

    extension(double number)
    {
        /// <summary>a + b.</summary>
        public Tensor Plus(Tensor tensor) => tensor.Plus(number);

        /// <summary>a − b.</summary>
        public Tensor Minus(Tensor tensor) => (-tensor).Plus(number);

        /// <summary>a · b.</summary>
        public Tensor Times(Tensor tensor) => tensor.Times(number);

        /// <summary>a / b.</summary>
        public Tensor Over(Tensor tensor) => tensor.reciprocal().Times(number);
    }

    // What the public softplus calls with scalars that it drops; there is no public one that takes them.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "softplus1")]
    private static extern Tensor NativeSoftplus(Tensor tensor, Scalar beta, Scalar threshold);
}
