namespace MLNet.Gan;

/// <summary>
/// The output of a piecewise affine layer, and the function that propagates gradients back through it.
/// </summary>
/// <remarks>
/// The backward function is differentiable with respect to the layer's parameters and treats the signs of activations
/// as constants, so that differentiating gradients does not compute the second derivatives of ReLUs, which are zero.
/// </remarks>
/// <param name="Output">The layer's output [N, …], without a graph.</param>
/// <param name="Pull">
/// Maps gradients with respect to the output [N, …], which it may overwrite, to gradients with respect to the input
/// [N, …]. It records in the pass which constants were added.
/// </param>
internal sealed record PiecewiseLinearOutput(Tensor Output, Func<LogitGradients, PiecewiseLinearPass, LogitGradients> Pull)
{
    /// <summary>Runs a layer whose backward function is libtorch's autograd.</summary>
    /// <param name="input">The layer's input.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="constant">The bias added to each channel of its output at last [C]; null for none.</param>
    public static PiecewiseLinearOutput Recorded(Tensor input, Func<Tensor, Tensor> layer, Tensor? constant = null)
    {
        var start = input.detach().requires_grad_(true);
        var end = layer(start);
        return new(end.detach(), (gradients, trace) =>
        {
            trace.Note(gradients, constant);
            return LogitGradients.Of(Gradients.Of(end, "A layer's outputs", start, gradients.OfEach));
        });
    }
}
