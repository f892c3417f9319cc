namespace MLNet.Gan;

/// <summary>
/// How a piecewise linear network came from samples to logits, so that logits can be told by their slopes.
/// </summary>
/// <remarks>
/// Between its kinks such a network is affine, so that D(x) = ⟨∂D/∂x, x⟩ + Σ ⟨∂D/∂h, b⟩, the sum over all places h at
/// which a constant b is added. A penalty on ∂D/∂x then shares all its work with the loss: one pass forwards, one
/// backwards for the slopes, and one through these, where the logits of the pass forwards would ask for that pass to be
/// differentiated once more.
/// </remarks>
/// <param name="input">Where the network begins [N, …].</param>
/// <param name="constant">What was added to the logits at last [1].</param>
/// <param name="pull">Brings the slopes by the input [N, …], and notes constants on the way.</param>
internal sealed class PiecewiseLinearPass(Tensor input, Tensor constant, Func<PiecewiseLinearPass, LogitGradients> pull)
{
    private readonly List<(LogitGradients Slopes, Tensor Constant)> _added = [];
    private Tensor? _slopes;
    private Tensor? _logits;

    /// <summary>The logits [N], which depend on the parameters through slopes only.</summary>
    public Tensor Logits => _logits ??= _added.Aggregate(
        (Slopes * input.detach()).flatten(1).sum(1).Plus(constant),
        (sum, added) => sum.Plus(added.Slopes.Along(added.Constant)));

    /// <summary>∂(Σ logits)/∂samples [N, …], which depends on the parameters through slopes only.</summary>
    /// <param name="samples">What the input was made of [N, …].</param>
    public Tensor Gradient(Tensor samples) => ReferenceEquals(samples, input)
        ? Slopes
        : Gradients.Of(input, "Augmented samples", samples, Slopes);

    /// <summary>Notes that the last thing done on the way to a place was to add a constant.</summary>
    /// <param name="slopes">The slopes by the sum [N, C, …].</param>
    /// <param name="constant">What was added to each channel [C]; null for nothing.</param>
    public void Note(LogitGradients slopes, Tensor? constant)
    {
        if (constant is not null)
            _added.Add((slopes, constant));
    }

    private Tensor Slopes => _slopes ??= pull(this).OfEach;
}
