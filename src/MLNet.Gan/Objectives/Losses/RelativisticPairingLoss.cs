namespace MLNet.Gan;

/// <summary>
/// The relativistic pairing loss (Jolicoeur-Martineau, 2018), as used by R3GAN (Huang et al., 2024, eq. 2).
/// </summary>
public sealed record RelativisticPairingLoss : IGanLoss
{
    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) => (logits.Fake - logits.Real).Softplus().mean();

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => (logits.Real - logits.Fake).Softplus().mean();
}
