namespace MLNet.Gan;

/// <summary>Adam (Kingma &amp; Ba, 2015, algorithm 1) with default decays for adversarial training.</summary>
/// <remarks>
/// θ ← θ − η m̂/(√v̂ + ε), where m and v are exponential moving averages of the gradient and of its square, corrected
/// for their initialization at zero: m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) at update t.
/// </remarks>
public sealed record Adam : IOptimizer
{
    /// <summary>The learning rate η, at least 0; default 2e-4.</summary>
    public Schedule LearningRate { get; init => field = Check.NotNegative(value); } = 2e-4;

    /// <summary>
    /// The decay β₁ of the moving average of gradients, in [0, 1); default 0, since momentum destabilizes GAN training.
    /// </summary>
    public double Beta1 { get; init => field = Check.Fraction(value); }

    /// <summary>The decay β₂ of the moving average of squared gradients, in [0, 1); default 0.99.</summary>
    public double Beta2 { get; init => field = Check.Fraction(value); } = 0.99;

    /// <summary>The constant ε in the denominator, greater than 0; default 1e-8.</summary>
    public double Epsilon { get; init => field = Check.Positive(value); } = 1e-8;

    /// <inheritdoc/>
    public IOptimizerState CreateState(Tensor parameters) =>
        new AdamState(new AdamMoments(Beta1, Beta2, Epsilon, parameters));
}
