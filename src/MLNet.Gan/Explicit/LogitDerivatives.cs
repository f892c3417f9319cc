namespace MLNet.Gan;

/// <summary>A loss's derivatives by the logits of a batch.</summary>
/// <param name="OfEach">The derivatives [N].</param>
/// <param name="Differentiated">The rows with gradients with respect to samples, by which the loss has derivatives, too.</param>
internal sealed record LogitDerivatives(Tensor OfEach, RowRange Differentiated)
{
    /// <summary>Rows [N, …] times their derivatives, plus tangents of the differentiated ones.</summary>
    public Tensor Weighted(Tensor rows, Tensor? tangents) => Fused.Weighted(rows, OfEach, tangents, Differentiated);
}
