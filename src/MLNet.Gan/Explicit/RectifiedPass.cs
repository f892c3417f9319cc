namespace MLNet.Gan;

/// <summary>A pass through a (leaky) ReLU.</summary>
/// <param name="output">The output [N, …], whose sign is that of the input.</param>
/// <param name="slope">The slope of negative inputs, at least 0.</param>
internal sealed class RectifiedPass(Tensor output, double slope) : AffinePass(output)
{
    /// <inheritdoc/>
    public override Tensor? Pull(Tensor gradients, RowRange wanted) =>
        wanted.Count == 0 ? null : Fused.PullThroughRectifier(wanted.Of(gradients), wanted.Of(Output), slope);

    /// <inheritdoc/>
    public override Tensor? Push(Tensor? tangents, LogitDerivatives loss) =>
        tangents is null ? null : Fused.PullThroughRectifier(tangents, loss.Differentiated.Of(Output), slope);

    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast) => isLast ? null : Fused.PullThroughRectifier(gradients, Output, slope);
}
