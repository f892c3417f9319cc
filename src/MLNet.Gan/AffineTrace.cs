namespace MLNet.Gan;

/// <summary>
/// What a piecewise linear network adds on the way from samples to logits, and where: with that, a logit can be written
/// in terms of its own slopes.
/// </summary>
/// <remarks>
/// Between its kinks such a network is affine, so that D(x) = ⟨∂D/∂x, x⟩ + Σ ⟨∂D/∂h, b⟩, the sum over all places h at
/// which a constant b is added. A penalty on ∂D/∂x then shares all its work with the loss: one pass forwards, one
/// backwards for the slopes, and one through these, where the logits of the pass forwards would ask for that pass to be
/// differentiated once more.
/// </remarks>
/// <param name="input">Where the network begins [N, …].</param>
internal sealed class AffineTrace(Tensor input)
{
    private readonly List<(Tensor Place, Tensor Constant)> _added = [];

    /// <summary>Notes that the last thing done on the way to a place was to add a constant.</summary>
    /// <param name="place">The sum [N, C, …].</param>
    /// <param name="constant">What was added to each channel [C]; null for nothing.</param>
    /// <returns>The place.</returns>
    public Tensor Note(Tensor place, Tensor? constant)
    {
        if (constant is not null)
            _added.Add((place, constant));
        return place;
    }

    /// <summary>The slopes of logits, and the logits by their slopes.</summary>
    /// <param name="logits">Logits [N] of the traced pass.</param>
    /// <param name="samples">What the input was made of [N, …].</param>
    /// <returns>
    /// ∂(Σ logits)/∂samples, and equal logits [N], both of which depend on the parameters through slopes only.
    /// </returns>
    public (Tensor Gradient, Tensor Logits) Differentiate(Tensor logits, Tensor samples)
    {
        var isBare = ReferenceEquals(samples, input);
        var slopes = autograd.grad(
            [logits.sum()], [samples, .. isBare ? [] : new[] { input }, .. _added.Select(added => added.Place)],
            retain_graph: true, create_graph: true);
        var ofInput = slopes[isBare ? 0 : 1];
        var ofPlaces = slopes.Skip(isBare ? 1 : 2);
        return (slopes[0], ofPlaces.Zip(_added, (slope, added) => OfEachChannel(slope).matmul(added.Constant))
            .Aggregate((ofInput * input.detach()).flatten(1).sum(1), (sum, share) => sum + share));
    }

    /// <summary>[N, C, …] to [N, C].</summary>
    private static Tensor OfEachChannel(Tensor slope) => slope.dim() == 2 ? slope : slope.flatten(2).sum(2);
}
