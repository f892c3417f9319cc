namespace MLNet.Gan;

/// <summary>RMSprop (Tieleman &amp; Hinton, 2012, lecture 6.5), as PyTorch computes it.</summary>
/// <remarks>
/// v ← αv + (1 − α)g², then θ ← θ − η g/(√v + ε). Since v starts at zero, the first updates are larger than later ones:
/// by 1/√(1 − α) at the first.
/// </remarks>
public sealed record RmsProp : IOptimizer
{
    /// <summary>The learning rate η, at least 0; default 1e-4, as Mescheder et al. (2018) train with R1.</summary>
    public Schedule LearningRate { get; init => field = Check.NotNegative(value); } = 1e-4;

    /// <summary>The decay α of the moving average of squared gradients, in [0, 1); default 0.99.</summary>
    public double Smoothing { get; init => field = Check.Fraction(value); } = 0.99;

    /// <summary>The constant ε in the denominator, greater than 0; default 1e-8.</summary>
    public double Epsilon { get; init => field = Check.Positive(value); } = 1e-8;

    /// <inheritdoc/>
    public IOptimizerState CreateState(Tensor parameters) => new RmsPropState(this, parameters);
}
