namespace MLNet.Gan;

/// <summary>The state of <see cref="RmsProp"/>: the moving average of squared gradients.</summary>
internal sealed class RmsPropState(RmsProp options, Tensor parameters) : IOptimizerState
{
    private readonly Tensor _square = zeros_like(parameters).DetachFromDisposeScope();

    public IReadOnlyList<Tensor> StateTensors => [_square];

    public long Updates { get; set; }

    public void Update(Tensor gradient, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Updates++;
        using Scalar kept = options.Smoothing, rest = 1 - options.Smoothing;
        using Scalar tiny = options.Epsilon, move = -learningRate;
        _square.mul_(kept).addcmul_(gradient, gradient, value: rest);
        parameters.addcdiv_(gradient, _square.sqrt().add_(tiny, alpha: Arithmetic.One), value: move);
    }

    public void Dispose() => _square.Dispose();
}
