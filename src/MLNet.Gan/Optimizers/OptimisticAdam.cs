namespace MLNet.Gan;

/// <summary>Optimistic Adam (Daskalakis et al., 2018, algorithm 1), which calms games that go in circles.</summary>
/// <remarks>
/// θ ← θ − 2η dₜ + η dₜ₋₁, where dₜ = m̂ₜ/(√v̂ₜ + ε) is the way that <see cref="Adam"/> takes, and d₀ = 0: each player
/// steps as if the last change of its gradient came once more. On min max xy, where players that move at once circle
/// at 28 η from the solution with Adam (β₂ = 0.99), it ends within 3 η; the rest falls with the learning rate.
/// </remarks>
public sealed record OptimisticAdam : IOptimizer
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
        new OptimisticAdamState(new AdamMoments(Beta1, Beta2, Epsilon, parameters), parameters);
}
