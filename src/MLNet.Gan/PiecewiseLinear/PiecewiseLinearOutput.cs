namespace MLNet.Gan;

/// <summary>What a piecewise linear layer made of its input, and how slopes come back through it.</summary>
/// <remarks>
/// The way back is differentiable with respect to the layer's parameters, and takes the sides of kinks for constants:
/// whoever differentiates slopes then does not look for second derivatives in rectifiers, which have none.
/// </remarks>
/// <param name="Output">The layer's output [N, …], which carries no graph.</param>
/// <param name="Pull">
/// Slopes by the output [N, …], which it may write over, to slopes by the input [N, …]. It notes in the trace which
/// constants were added.
/// </param>
internal sealed record PiecewiseLinearOutput(Tensor Output, Func<LogitGradients, PiecewiseLinearPass, LogitGradients> Pull)
{
    /// <summary>A layer whose way back libtorch records.</summary>
    /// <param name="input">What the layer reads.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="constant">What it adds to each channel of its output at last [C]; null for nothing.</param>
    public static PiecewiseLinearOutput Recorded(Tensor input, Func<Tensor, Tensor> layer, Tensor? constant = null)
    {
        var beginning = input.detach().requires_grad_(true);
        var end = layer(beginning);
        return new(end.detach(), (slopes, trace) =>
        {
            trace.Note(slopes, constant);
            return LogitGradients.Of(Gradients.Of(end, "A layer's outputs", beginning, slopes.OfEach));
        });
    }
}
