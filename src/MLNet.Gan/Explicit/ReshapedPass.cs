namespace MLNet.Gan;

/// <summary>A pass that reshapes each sample.</summary>
/// <param name="input">The input [N, …].</param>
/// <param name="output">The output [N, …].</param>
internal sealed class ReshapedPass(Tensor input, Tensor output) : AffinePass(output)
{
    private readonly long[] _before = [-1, .. input.Sizes()[1..]], _after = [-1, .. output.Sizes()[1..]];

    /// <inheritdoc/>
    public override Tensor? Pull(Tensor gradients, RowRange wanted) => wanted.Count == 0 ? null : wanted.Of(gradients).reshape(_before);

    /// <inheritdoc/>
    public override Tensor? Push(Tensor? tangents, LogitDerivatives loss) => tangents?.reshape(_after);

    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast) => isLast ? null : gradients.reshape(_before);
}
