namespace MLNet.Gan;

/// <summary>A pass through layers one after another.</summary>
/// <param name="input">The input [N, …].</param>
/// <param name="layers">The passes of the layers.</param>
internal sealed class SequentialPass(Tensor input, IReadOnlyList<ExplicitPass> layers) : AffinePass(layers.Count == 0 ? input : layers[^1].Output)
{
    // Layers before the first one that computes pass on as many rows as they are given.
    private readonly int _first = layers.TakeWhile(layer => layer is ReshapedPass).Count();

    /// <inheritdoc/>
    public override Tensor? Pull(Tensor gradients, RowRange wanted)
    {
        var all = new RowRange(0, Output.size(0));
        Tensor? pulled = gradients;
        for (var i = layers.Count - 1; i >= 0 && pulled is not null; i--)
        {
            var some = i > _first ? all : i == _first ? wanted : wanted with { First = 0 };
            pulled = Affine(layers[i]).Pull(pulled, some);
        }

        return pulled;
    }

    /// <inheritdoc/>
    public override Tensor? Push(Tensor? tangents, LogitDerivatives loss) =>
        layers.Aggregate(tangents, (pushed, layer) => Affine(layer).Push(pushed, loss));

    /// <inheritdoc/>
    public override Tensor? Back(Tensor gradients, bool isLast)
    {
        Tensor? pulled = gradients;
        for (var i = layers.Count - 1; i >= 0 && pulled is not null; i--)
            pulled = layers[i].Back(pulled, isLast && i <= _first);
        return pulled;
    }

    private static AffinePass Affine(ExplicitPass pass) => (AffinePass)pass; // Only discriminators pull, whose layers all are.
}
