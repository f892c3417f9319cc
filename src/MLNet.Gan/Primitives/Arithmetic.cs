using System.Runtime.CompilerServices;

namespace MLNet.Gan;

/// <summary>Sums and products of tensors and numbers that keep their scalars alive until native code returns.</summary>
/// <remarks>
/// A <see cref="Scalar"/> without a reference is freed by the next garbage collection, even while native code reads it,
/// which then fails or computes with another number. TorchSharp's operators create such a scalar for every number, and
/// for the factor 1 of a sum of two tensors. Differences, products and quotients of two tensors need none; other
/// operations use a <c>using Scalar</c>.
/// </remarks>
internal static class Arithmetic
{
    /// <summary>The number 1, never freed: the alpha of <c>a.add_(b, alpha: One)</c>, which is a += b.</summary>
    public static readonly Scalar One = 1;

    private static readonly Scalar Two = 2;
    private static readonly Scalar Twenty = 20;

    extension(Tensor tensor)
    {
        /// <summary>Returns a + b.</summary>
        public Tensor Plus(Tensor other) => tensor.add(other, alpha: One);

        /// <summary>Returns a + b.</summary>
        public Tensor Plus(double number)
        {
            using Scalar held = number;
            return tensor.add(held, alpha: One);
        }

        /// <summary>Returns a + b, integers for an integer tensor.</summary>
        public Tensor Plus(long number)
        {
            using Scalar held = number;
            return tensor.add(held, alpha: One);
        }

        /// <summary>Returns a − b.</summary>
        public Tensor Minus(double number)
        {
            using Scalar held = number;
            return tensor - held;
        }

        /// <summary>Returns a − b, integers for an integer tensor.</summary>
        public Tensor Minus(long number)
        {
            using Scalar held = number;
            return tensor - held;
        }

        /// <summary>Returns a · b.</summary>
        public Tensor Times(double number)
        {
            using Scalar held = number;
            return tensor * held;
        }

        /// <summary>Returns a · b, integers for an integer tensor.</summary>
        public Tensor Times(long number)
        {
            using Scalar held = number;
            return tensor * held;
        }

        /// <summary>Returns a / b.</summary>
        public Tensor Over(double number)
        {
            using Scalar held = number;
            return tensor / held;
        }

        /// <summary>Returns a².</summary>
        public Tensor Squared() => tensor.pow(Two);

        /// <summary>Returns ln(1 + eᵃ), or a itself where a exceeds 20.</summary>
        public Tensor Softplus() => NativeSoftplus(tensor, beta: One, threshold: Twenty);

        /// <summary>Returns the number in a tensor of one element.</summary>
        public double ToNumber()
        {
            using var held = tensor.ToScalar();
            return held.ToDouble();
        }
    }

    extension(double number)
    {
        /// <summary>Returns a + b.</summary>
        public Tensor Plus(Tensor tensor) => tensor.Plus(number);

        /// <summary>Returns a − b.</summary>
        public Tensor Minus(Tensor tensor) => (-tensor).Plus(number);

        /// <summary>Returns a · b.</summary>
        public Tensor Times(Tensor tensor) => tensor.Times(number);

        /// <summary>Returns a / b.</summary>
        public Tensor Over(Tensor tensor) => tensor.reciprocal().Times(number);
    }

    // The public softplus calls this with scalars that it does not keep alive; no public method accepts them.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "softplus1")]
    private static extern Tensor NativeSoftplus(Tensor tensor, Scalar beta, Scalar threshold);
}
