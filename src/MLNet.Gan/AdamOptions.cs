namespace MLNet.Gan;

/// <summary>Adam (Kingma &amp; Ba, 2015) with the momentum that suits adversarial training.</summary>
public sealed record AdamOptions
{
    /// <summary>The step size; default 2e-4.</summary>
    public Schedule LearningRate { get; init => field = Check.NotNull(value); } = 2e-4;

    /// <summary>
    /// The decay of the mean of gradients, in [0, 1); default 0, since momentum destabilizes the game.
    /// </summary>
    public double Beta1 { get; init => field = Check.Fraction(value); }

    /// <summary>The decay of the mean of squared gradients, in [0, 1); default 0.99.</summary>
    public double Beta2 { get; init => field = Check.Fraction(value); } = 0.99;

    /// <summary>What keeps the quotient finite, greater than 0; default 1e-8.</summary>
    public double Epsilon { get; init => field = Check.Positive(value); } = 1e-8;
}
