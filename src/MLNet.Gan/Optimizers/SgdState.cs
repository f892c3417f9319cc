namespace MLNet.Gan.Optimizers;

/// <summary>What <see cref="Sgd"/> remembers: the last move, if there is momentum.</summary>
internal sealed class SgdState(Sgd options, Tensor parameters) : IOptimizerState
{
    private readonly Tensor? _move =
        options.Momentum == 0 ? null : zeros_like(parameters).DetachFromDisposeScope();

    public IReadOnlyList<Tensor> Memory => _move is null ? [] : [_move];

    public long Updates { get; set; }

    public void Update(Tensor gradient, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Updates++;
        var move = _move?.mul_(options.Momentum).add_(gradient) ?? gradient;
        if (options.Nesterov)
            parameters.add_(gradient, alpha: -learningRate).add_(move, alpha: -learningRate * options.Momentum);
        else
            parameters.add_(move, alpha: -learningRate);
    }

    public void Dispose() => _move?.Dispose();
}
