namespace MLNet.Gan;

/// <summary>A pass through tanh.</summary>
/// <param name="output">The output [N, …].</param>
internal sealed class TanhPass(Tensor output) : ExplicitPass(output)
{
    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast) =>
        isLast ? null : (Output * Output).neg_().add_(Arithmetic.One, alpha: Arithmetic.One).mul_(gradients); // (1 - y²) g
}
