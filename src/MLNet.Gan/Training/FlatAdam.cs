namespace MLNet.Gan.Training;

/// <summary>Adam (Kingma &amp; Ba, 2015, algorithm 1) on one vector of parameters.</summary>
internal sealed class FlatAdam(AdamOptions options, FlatParameters parameters) : IDisposable
{
    private readonly Tensor _mean = zeros_like(parameters.Values).DetachFromDisposeScope();
    private readonly Tensor _square = zeros_like(parameters.Values).DetachFromDisposeScope();
    private long _updates;

    /// <summary>Moves the parameters down their gradients once.</summary>
    /// <param name="step">The step of the run, which the learning rate depends on.</param>
    public void Update(long step)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var gradient = parameters.Gradients;
        _updates++;

        var mean = options.Beta1 == 0
            ? gradient
            : _mean.mul_(options.Beta1).add_(gradient, alpha: 1 - options.Beta1);
        _square.mul_(options.Beta2).addcmul_(gradient, gradient, value: 1 - options.Beta2);

        // m̂/(√v̂ + ε) = m/(√v + ε√c₂) · √c₂/c₁, with cᵢ = 1 − βᵢᵗ.
        var correction1 = 1 - Math.Pow(options.Beta1, _updates);
        var correction2 = Math.Sqrt(1 - Math.Pow(options.Beta2, _updates));
        var denominator = _square.sqrt().add_(options.Epsilon * correction2);
        parameters.Values.addcdiv_(
            mean, denominator, value: -options.LearningRate.At(step) * correction2 / correction1);
    }

    public void Dispose()
    {
        _mean.Dispose();
        _square.Dispose();
    }
}
