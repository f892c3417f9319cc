namespace MLNet.Gan;

/// <summary>Adam (Kingma &amp; Ba, 2015, algorithm 1) with the momentum that suits adversarial training.</summary>
/// <remarks>
/// θ ← θ − η m̂/(√v̂ + ε), where m and v are decaying means of the gradient and of its square, freed of their start
/// at zero: m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) at update t.
/// </remarks>
public sealed record Adam : IOptimizer
{
    /// <summary>The step size η, at least 0; default 2e-4.</summary>
    public Schedule LearningRate { get; init => field = Check.NotNegative(value); } = 2e-4;

    /// <summary>
    /// The decay β₁ of the mean of gradients, in [0, 1); default 0, since momentum destabilizes the game.
    /// </summary>
    public double Beta1 { get; init => field = Check.Fraction(value); }

    /// <summary>The decay β₂ of the mean of squared gradients, in [0, 1); default 0.99.</summary>
    public double Beta2 { get; init => field = Check.Fraction(value); } = 0.99;

    /// <summary>What keeps the quotient finite, greater than 0; default 1e-8.</summary>
    public double Epsilon { get; init => field = Check.Positive(value); } = 1e-8;

    /// <inheritdoc/>
    public IOptimizerState CreateState(Tensor parameters) =>
        new AdamState(new AdamMoments(Beta1, Beta2, Epsilon, parameters), parameters);
}
