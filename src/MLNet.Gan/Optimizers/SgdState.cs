namespace MLNet.Gan;

/// <summary>The state of <see cref="Sgd"/>: the momentum buffer b, if there is momentum.</summary>
internal sealed class SgdState(Sgd options, Tensor parameters) : IOptimizerState
{
    private readonly Tensor? _move =
        options.Momentum == 0 ? null : zeros_like(parameters).DetachFromDisposeScope();

    public IReadOnlyList<Tensor> StateTensors => _move is null ? [] : [_move];

    public long Updates { get; set; }

    public void Update(Tensor gradient, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Updates++;
        using Scalar momentum = options.Momentum, rate = -learningRate, ahead = -learningRate * options.Momentum;
        var move = _move?.mul_(momentum).add_(gradient, alpha: Arithmetic.One) ?? gradient;
        if (options.Nesterov)
            parameters.add_(gradient, alpha: rate).add_(move, alpha: ahead);
        else
            parameters.add_(move, alpha: rate);
    }

    public void Dispose() => _move?.Dispose();
}
