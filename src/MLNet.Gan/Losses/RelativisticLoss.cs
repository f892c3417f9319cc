using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Losses;

/// <summary>
/// The relativistic pairing loss (Jolicoeur-Martineau, 2018), as used by R3GAN (Huang et al., 2024, eq. 2).
/// </summary>
public sealed record RelativisticLoss : IGanLoss
{
    /// <inheritdoc/>
    public Tensor ForDiscriminator(Logits logits) => softplus(logits.Fake - logits.Real).mean();

    /// <inheritdoc/>
    public Tensor ForGenerator(Logits logits) => softplus(logits.Real - logits.Fake).mean();
}
