namespace MLNet.Gan;

/// <summary>
/// The drift penalty of Progressive GAN (Karras et al., 2018, app. A.1): the mean square of the logits of real samples,
/// whose level a loss such as Wasserstein's leaves open.
/// </summary>
public sealed record LogitDrift : IRegularizer
{
    /// <summary>The strength ε of the penalty ε · E D(x)², at least 0; default 0.001.</summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 1e-3;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.RealLogits;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context) => Weight.At(context.Step).Times(context.Real.Logits.Squared().mean());
}
