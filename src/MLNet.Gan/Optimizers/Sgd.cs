namespace MLNet.Gan;

/// <summary>Stochastic gradient descent, optionally with momentum, as PyTorch computes it.</summary>
/// <remarks>
/// b ← μb + g, then θ ← θ − ηb; with Nesterov momentum θ ← θ − η(g + μb) (Sutskever et al., 2013, section 2).
/// </remarks>
public sealed record Sgd : IOptimizer
{
    /// <summary>The learning rate η, at least 0; default 0.01.</summary>
    public Schedule LearningRate { get; init => field = Check.NotNegative(value); } = 0.01;

    /// <summary>The momentum μ, in [0, 1); default 0.</summary>
    public double Momentum { get; init => field = Check.Fraction(value); }

    /// <summary>Whether to use Nesterov momentum; default false. It has no effect without momentum.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    public IOptimizerState CreateState(Tensor parameters) => new SgdState(this, parameters);
}
