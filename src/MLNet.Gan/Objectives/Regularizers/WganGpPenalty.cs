namespace MLNet.Gan;

/// <summary>The one-centered penalty between real and fake of WGAN-GP (Gulrajani et al., 2017, eq. 3).</summary>
public sealed record WganGpPenalty : IRegularizer
{
    /// <summary>
    /// The strength λ of the penalty λ · E(‖∇D(x̂)‖ − 1)², where x̂ is uniform between a real and a fake sample, at least 0;
    /// default 10.
    /// </summary>
    public Schedule Weight { get; init => field = Check.NotNegative(value); } = 10;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.OwnInputGradients;

    /// <inheritdoc/>
    public Tensor OwnSamples(Tensor real, Tensor fake, Generator random) => Interpolates.Draw(real, fake, random);

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context) =>
        OneCenteredPenalty.Penalty(Weight.At(context.Step), context.Own!);
}
