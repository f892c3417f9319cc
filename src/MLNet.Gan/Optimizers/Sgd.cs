namespace MLNet.Gan;

/// <summary>Stochastic gradient descent, with momentum if wanted, as PyTorch computes it.</summary>
/// <remarks>
/// b ← μb + g, then θ ← θ − ηb; Nesterov's kind looks ahead: θ ← θ − η(g + μb) (Sutskever et al., 2013, section 2).
/// </remarks>
public sealed record Sgd : IOptimizer
{
    /// <summary>The step size η, at least 0; default 0.01.</summary>
    public Schedule LearningRate { get; init => field = Check.NotNegative(value); } = 0.01;

    /// <summary>The share μ of the last move that goes on, in [0, 1); default 0.</summary>
    public double Momentum { get; init => field = Check.Fraction(value); }

    /// <summary>Whether momentum looks ahead; default false. Without momentum it changes nothing.</summary>
    public bool Nesterov { get; init; }

    /// <inheritdoc/>
    public IOptimizerState CreateState(Tensor parameters) => new SgdState(this, parameters);
}
