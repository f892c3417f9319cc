namespace MLNet.Gan;

/// <summary>The zero-centered gradient penalty on generated samples (Mescheder et al., 2018, eq. 10).</summary>
public sealed record R2Penalty : IRegularizer
{
    /// <summary>The strength γ of the penalty γ/2 · E‖∇D(G(z))‖²; default 10.</summary>
    public Schedule Gamma { get; init => field = Check.NotNull(value); } = 10;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public Needs Needs => Needs.SingleSamples;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext round) => (Gamma.At(round.Step) / 2).Times(round.Fake.SquaredGradientNorms().mean());
}
