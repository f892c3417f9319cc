namespace MLNet.Gan.Optimizers;

/// <summary>What <see cref="RmsProp"/> remembers: the decaying mean of squared gradients.</summary>
internal sealed class RmsPropState(RmsProp options, Tensor parameters) : IOptimizerState
{
    private readonly Tensor _square = zeros_like(parameters).DetachFromDisposeScope();

    public IReadOnlyList<Tensor> Memory => [_square];

    public long Updates { get; set; }

    public void Update(Tensor gradient, double learningRate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Updates++;
        _square.mul_(options.Smoothing).addcmul_(gradient, gradient, value: 1 - options.Smoothing);
        parameters.addcdiv_(gradient, _square.sqrt().add_(options.Epsilon), value: -learningRate);
    }

    public void Dispose() => _square.Dispose();
}
