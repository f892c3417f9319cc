namespace MLNet.Gan;

/// <summary>The zero-centered gradient penalty on generated samples (Mescheder et al., 2018, eq. 10).</summary>
public sealed record R2Penalty : IRegularizer
{
    /// <summary>The strength γ of the penalty γ/2 · E‖∇D(G(z))‖², at least 0; default 10.</summary>
    public Schedule Gamma { get; init => field = Check.NotNegative(value); } = 10;

    /// <inheritdoc/>
    public int Interval { get; init => field = Check.Positive(value); } = 1;

    /// <inheritdoc/>
    public Player Player => Player.Discriminator;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => Needs.FakeInputGradients;

    /// <inheritdoc/>
    public Tensor Penalty(RegularizerContext context) => (Gamma.At(context.Step) / 2).Times(context.Fake.SquaredGradientNorms().mean());
}
