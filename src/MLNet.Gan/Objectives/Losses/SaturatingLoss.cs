namespace MLNet.Gan;

/// <summary>The minimax loss of the original GAN (Goodfellow et al., 2014, eq. 1).</summary>
/// <remarks>
/// The generator minimizes E ln(1 − σ(D(G(z)))) = −E softplus(D(G(z))), whose slope −σ(D(G(z))) vanishes as soon as
/// the discriminator sees through the fakes: the generator then stops learning. <see cref="NonSaturatingLoss"/> is
/// the cure.
/// </remarks>
public sealed record SaturatingLoss : IGanLoss
{
    /// <inheritdoc cref="NonSaturatingLoss.RealTarget"/>
    public double RealTarget { get; init => field = Check.Probability(value); } = 1;

    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => NeedsOfLoss.FakeForGenerator(turn);

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) =>
        Logistic.Real(logits.Real, RealTarget).Plus(logits.Fake.Softplus().mean());

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => -logits.Fake.Softplus().mean();
}
