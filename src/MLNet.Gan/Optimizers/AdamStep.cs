using System.Numerics;
using System.Runtime.InteropServices;

namespace MLNet.Gan;

/// <summary>An update of Adam's as managed code.</summary>
/// <param name="Kept1">The decay of the mean.</param>
/// <param name="Rest1">1 minus that.</param>
/// <param name="Kept2">The decay of the mean square.</param>
/// <param name="Rest2">1 minus that.</param>
/// <param name="Tiny">What is added to the root of the mean square.</param>
/// <param name="Move">The factor of mean / (root + tiny).</param>
internal readonly record struct AdamStep(float Kept1, float Rest1, float Kept2, float Rest2, float Tiny, float Move)
{
    /// <summary>Updates parameters and averages of as many numbers.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">The gradients.</param>
    /// <param name="means">The moving averages of gradients; empty where the gradient is the mean.</param>
    /// <param name="squares">The moving averages of squared gradients.</param>
    public void Apply(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> means, Span<float> squares)
    {
        ref var values = ref MemoryMarshal.GetReference(parameters);
        ref var derivatives = ref MemoryMarshal.GetReference(gradients);
        ref var firsts = ref MemoryMarshal.GetReference(means);
        ref var seconds = ref MemoryMarshal.GetReference(squares);
        var place = 0;
        for (; place <= parameters.Length - Vector<float>.Count; place += Vector<float>.Count)
        {
            var i = (nuint)place;
            var gradient = Vector.LoadUnsafe(ref derivatives, i);
            var mean = gradient;
            if (means.Length > 0)
            {
                mean = Vector.LoadUnsafe(ref firsts, i) * Kept1 + gradient * Rest1;
                mean.StoreUnsafe(ref firsts, i);
            }

            var square = Vector.LoadUnsafe(ref seconds, i) * Kept2 + gradient * Rest2 * gradient;
            square.StoreUnsafe(ref seconds, i);
            (Vector.LoadUnsafe(ref values, i) + mean * Move / (Vector.SquareRoot(square) + new Vector<float>(Tiny))).StoreUnsafe(ref values, i);
        }

        for (; place < parameters.Length; place++)
        {
            var gradient = gradients[place];
            var mean = means.Length > 0 ? means[place] = means[place] * Kept1 + gradient * Rest1 : gradient;
            var square = squares[place] = squares[place] * Kept2 + gradient * Rest2 * gradient;
            parameters[place] += mean * Move / (MathF.Sqrt(square) + Tiny);
        }
    }
}
