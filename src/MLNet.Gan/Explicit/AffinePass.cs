namespace MLNet.Gan;

/// <summary>A batch's pass through a layer that is affine in each of its pieces, with what its derivatives need.</summary>
/// <remarks>
/// A gradient of a logit with respect to the layer's output is pulled to its input. Behind that, the layer's parameters get the gradients
/// of a loss of logits and of their gradients with respect to samples: for a weight W with the input h, the pulled gradients g of each
/// sample, and the loss's derivatives ℓ by logits and t by gradients, that is Σₙ gₙ (ℓₙ hₙ + vₙ)ᵀ, where v is t pushed forward to the layer.
/// So a penalty on gradients costs one more product a layer. This does not hold for other layers.
/// </remarks>
/// <param name="output">The output [N, …].</param>
internal abstract class AffinePass(Tensor output) : ExplicitPass(output)
{
    /// <summary>Pulls gradients with respect to the output to the input.</summary>
    /// <param name="gradients">The gradients of each sample [N, …], in memory that may be overwritten, or [1, …] if all are equal.</param>
    /// <param name="wanted">The rows to pull to the input; behind the pass, all are kept.</param>
    /// <returns>The wanted rows; null if there are none.</returns>
    public abstract Tensor? Pull(Tensor gradients, RowRange wanted);

    /// <summary>Adds the gradients of a loss to those of the parameters, after <see cref="Pull"/>, and pushes its derivatives forward.</summary>
    /// <param name="tangents">The loss's derivatives by the input's gradients, of the differentiated rows; null for none.</param>
    /// <param name="loss">The loss's derivatives by logits.</param>
    public abstract Tensor? Push(Tensor? tangents, LogitDerivatives loss);
}
