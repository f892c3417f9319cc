namespace MLNet.Gan;

/// <summary>Adam's exponential moving averages of gradients and of squared gradients.</summary>
internal sealed class AdamMoments(double beta1, double beta2, double epsilon, Tensor parameters) : IDisposable
{
    // With β₁ = 0 the mean is the gradient itself.
    private readonly Tensor? _mean = beta1 == 0 ? null : zeros_like(parameters).DetachFromDisposeScope();
    private readonly Tensor _square = zeros_like(parameters).DetachFromDisposeScope();

    public IReadOnlyList<Tensor> StateTensors => _mean is null ? [_square] : [_mean, _square];

    /// <summary>Updates the averages; m̂/(√v̂ + ε) is scale · mean / denominator of the result.</summary>
    /// <param name="gradient">The gradient [P], which is not changed.</param>
    /// <param name="update">The number of this update, from 1.</param>
    public (Tensor Mean, Tensor Denominator, double Scale) Update(Tensor gradient, long update)
    {
        using Scalar kept1 = beta1, rest1 = 1 - beta1, kept2 = beta2, rest2 = 1 - beta2;
        var mean = _mean?.mul_(kept1).add_(gradient, alpha: rest1) ?? gradient;
        _square.mul_(kept2).addcmul_(gradient, gradient, value: rest2);

        // m̂/(√v̂ + ε) = m/(√v + ε√c₂) · √c₂/c₁, with cᵢ = 1 − βᵢᵗ.
        var (correction1, correction2) = Corrections(update);
        using Scalar tiny = epsilon * correction2;
        return (mean, _square.sqrt().add_(tiny, alpha: Arithmetic.One), correction2 / correction1);
    }

    /// <summary>Updates the averages and moves parameters by −rate · m̂/(√v̂ + ε), in one pass over memory on the CPU.</summary>
    /// <param name="gradient">The gradient [P], which is not changed.</param>
    /// <param name="update">The number of this update, from 1.</param>
    /// <param name="rate">The learning rate.</param>
    public void Move(Tensor gradient, long update, double rate)
    {
        if (!CpuNumbers.Has(parameters) || !CpuNumbers.Has(gradient))
        {
            var (mean, denominator, scale) = Update(gradient, update);
            using Scalar move = -rate * scale;
            parameters.addcdiv_(mean, denominator, value: move);
            return;
        }

        var (correction1, correction2) = Corrections(update);
        var step = new AdamStep(
            (float)beta1, (float)(1 - beta1), (float)beta2, (float)(1 - beta2), (float)(epsilon * correction2), (float)(-rate * correction2 / correction1));
        step.Apply(CpuNumbers.Of(parameters), CpuNumbers.Of(gradient), _mean is null ? default : CpuNumbers.Of(_mean), CpuNumbers.Of(_square));
    }

    public void Dispose()
    {
        _mean?.Dispose();
        _square.Dispose();
    }

    private (double Mean, double Square) Corrections(long update) => (1 - Math.Pow(beta1, update), Math.Sqrt(1 - Math.Pow(beta2, update)));
}
