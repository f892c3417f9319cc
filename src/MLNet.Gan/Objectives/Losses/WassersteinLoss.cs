namespace MLNet.Gan;

/// <summary>The critic's estimate of the earth mover's distance (Arjovsky et al., 2017, eq. 2).</summary>
/// <remarks>It needs a Lipschitz critic: add the gradient penalty of WGAN-GP.</remarks>
public sealed record WassersteinLoss : IGanLoss
{
    /// <inheritdoc/>
    public Needs NeedsIn(Player turn) => NeedsOfLoss.FakeForGenerator(turn);

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) => (logits.Fake - logits.Real).mean();

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => -logits.Fake.mean();
}
