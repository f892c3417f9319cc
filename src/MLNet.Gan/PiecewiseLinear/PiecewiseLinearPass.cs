namespace MLNet.Gan;

/// <summary>
/// The pass of samples through a piecewise affine network, which gives logits as a function of their gradients.
/// </summary>
/// <remarks>
/// Such a network is affine in each of its pieces, so that D(x) = ⟨∂D/∂x, x⟩ + Σ ⟨∂D/∂h, b⟩, the sum over all
/// activations h to which a constant b is added. A penalty on ∂D/∂x then shares all its work with the loss: one forward
/// pass, one backward pass for the gradients, and one through these, where logits of the forward pass would require to
/// differentiate that pass once more.
/// </remarks>
/// <param name="input">The network's input [N, …].</param>
/// <param name="constant">The constant added to the logits at last [1].</param>
/// <param name="pull">Returns the gradients with respect to the input [N, …], and records constants.</param>
internal sealed class PiecewiseLinearPass(Tensor input, Tensor constant, Func<PiecewiseLinearPass, LogitGradients> pull)
{
    private readonly List<(LogitGradients Gradients, Tensor Constant)> _added = [];
    private Tensor? _inputGradients;
    private Tensor? _logits;

    /// <summary>The logits [N], which depend on the parameters through the gradients only.</summary>
    public Tensor Logits => _logits ??= _added.Aggregate(
        (InputGradients * input.detach()).flatten(1).sum(1).Plus(constant),
        (sum, added) => sum.Plus(added.Gradients.Along(added.Constant)));

    /// <summary>
    /// Returns ∂(Σ logits)/∂samples [N, …], which depends on the parameters through the gradients only.
    /// </summary>
    /// <param name="samples">The samples that the input was computed from [N, …].</param>
    public Tensor Gradient(Tensor samples) => ReferenceEquals(samples, input)
        ? InputGradients
        : Gradients.Of(input, "Augmented samples", samples, InputGradients);

    /// <summary>Records a constant that was added to an activation last.</summary>
    /// <param name="gradients">The gradients with respect to the sum [N, C, …].</param>
    /// <param name="constant">The constant added to each channel [C]; null for none.</param>
    public void Note(LogitGradients gradients, Tensor? constant)
    {
        if (constant is not null)
            _added.Add((gradients, constant));
    }

    private Tensor InputGradients => _inputGradients ??= pull(this).OfEach;
}
